"use client";
// Client: what of the selected records was on screen, page by page, so that an act on them can say what it saw.
import { useEffect, useRef } from "react";
import type { PickedRecord } from "@/lib/model/bulk";
import { encodeRecordId, type Literals } from "@/lib/model/literal";
import { cellText, type Page } from "@/lib/model/page";
import { fieldOf, type Resource } from "@/lib/model/resource";

/** @returns the records of those ids, each with its literals as they were last shown */
export function useSeen(resource: Resource, page: Page): (ids: Iterable<string>) => PickedRecord[] {
  const shown = useRef(new Map<string, Literals>());
  useEffect(() => {
    for (const record of recordsOf(resource, page)) shown.current.set(record.id, record.seen);
  }, [resource, page]);
  return (ids) => {
    const present = new Map(recordsOf(resource, page).map(({ id, seen }) => [id, seen]));
    return [...ids].map((id) => ({ id, seen: present.get(id) ?? shown.current.get(id) ?? {} }));
  };
}

/** Without what was cut or masked: of that nobody saw the whole. */
function recordsOf(resource: Resource, { columns, rows }: Page): PickedRecord[] {
  const open = columns.map((name) => {
    const field = fieldOf(resource, name);
    return field !== undefined && !field.isSecret && !field.secretWhen;
  });
  return rows.map((row) => {
    const key = resource.key.map((name) => cellText(row[columns.indexOf(name)] ?? null) ?? "");
    const seen: Literals = {};
    for (const [at, name] of columns.entries()) {
      const cell = row[at] ?? null;
      if (open[at] && !Array.isArray(cell)) seen[name] = cell;
    }
    return { id: encodeRecordId(key), seen };
  });
}
