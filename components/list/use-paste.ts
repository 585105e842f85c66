"use client";
// Client: a paste from the clipboard's text to what is stored: read, planned, looked at, written as one act.
import { unstable_rethrow } from "next/navigation";
import { useEffect, useEffectEvent, useMemo, useState } from "react";
import { undoFromToast } from "@/components/history/undo-from-toast";
import { titleOfRow } from "@/components/list/grid/grid-cell";
import type { CellEditingProps, Pasted } from "@/components/list/use-cell-editing";
import { useSubmission } from "@/components/list/use-submission";
import { showToast } from "@/components/ui/toast";
import type { CellsSaved } from "@/lib/model/cell-edit";
import { counted } from "@/lib/model/counted";
import { rowId } from "@/lib/model/list-row";
import {
  cellKey,
  type Decisions,
  decided,
  editsOf,
  type Remark,
  remarksOn,
} from "@/lib/model/paste-decisions";
import {
  type EmptyMeans,
  longCells,
  type PasteInto,
  planPaste,
  withWhole,
} from "@/lib/model/paste-plan";
import { parseTsv } from "@/lib/model/tsv";

type PasteProps = CellEditingProps & { pasted: Pasted; onDone: () => void };

const maxPastedLength = 5_000_000;

export function usePaste(props: PasteProps) {
  const { resource, list, actions, pasted, onDone } = props;
  const isTooLong = pasted.text.length > maxPastedLength;
  const [texts] = useState(() => parseTsv(isTooLong ? "" : pasted.text));
  // What was on screen when it was pasted, whatever the list shows meanwhile.
  const [into, setInto] = useState(() => intoOf(props));
  const [long] = useState(() => longCells(into, texts));
  const [isLoading, setLoading] = useState(long.ids.length > 0);
  const [means, setMeans] = useState<EmptyMeans>("null");
  const [decisions, setDecisions] = useState<Decisions>(new Map());
  const [isSaving, setSaving] = useState(false);
  const [error, setError] = useState(
    isTooLong ? "This is too much to be pasted at once. Paste a part of it." : undefined,
  );
  const plan = useMemo(() => planPaste(into, texts, means), [into, texts, means]);
  const records = useMemo(() => decided(plan.records, decisions), [plan, decisions]);
  const submissionOf = useSubmission();

  const readWhole = useEffectEvent(async () => {
    try {
      const whole = await actions.read(resource.slug, long);
      setInto((before) => withWhole(before, whole));
    } catch (fault) {
      unstable_rethrow(fault);
      // Then they cannot be replaced, and the preview says so.
    }
    setLoading(false);
  });
  useEffect(() => {
    if (long.ids.length > 0) void readWhole();
  }, [long]);

  async function save() {
    if (isSaving) return;
    setSaving(true);
    setError(undefined);
    try {
      const edits = editsOf(records);
      const asked = { edits, columns: list.page.columns, submissionId: submissionOf(edits) };
      const result = await actions.saveAll(resource.slug, asked);
      list.replaceRows(result.rows);
      if (result.ok) {
        tell(result);
        onDone();
      } else {
        setDecisions((before) => remarksOn(before, result.failures));
        setError("Nothing was saved. Look at what is marked below.");
      }
    } catch (fault) {
      unstable_rethrow(fault);
      setError("The server did not answer. Nothing is lost: try again.");
    }
    setSaving(false);
  }

  function tell({ changes, groupId }: Extract<CellsSaved, { ok: true }>) {
    if (changes === 0) return void showToast({ message: "Nothing to save", tone: "info" });
    void showToast({
      message: `${counted(changes, resource.singular)} saved`,
      tone: "success",
      action: undoFromToast(actions.undo, groupId),
    });
  }

  return {
    plan,
    records,
    means,
    isLoading,
    isSaving,
    error,
    save,
    /** What was refused of other values says nothing of these. */
    choose: (next: EmptyMeans) => {
      setMeans(next);
      setDecisions(new Map());
      setError(undefined);
    },
    decide: (id: string, field: string, remark: Remark) =>
      setDecisions((before) => new Map(before).set(cellKey(id, field), remark)),
  };
}

function intoOf({ resource, list: { page }, fields, pasted }: PasteProps): PasteInto {
  const rows = page.rows.slice(pasted.row).map((row) => {
    const cells = page.columns.map((name, index) => [name, row[index] ?? null] as const);
    const id = rowId(resource, page, row) ?? "";
    return { id, title: titleOfRow(resource, page, row) || id, cells: Object.fromEntries(cells) };
  });
  const size = { rows: pasted.rows, columns: pasted.columns };
  return { resource, fields: fields.slice(pasted.column), rows, size };
}
