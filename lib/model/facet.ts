// Pure: how often each value of a field occurs among the records of a list.

import type { FilterPart, Group } from "@/lib/model/filter/filter";
import { conditionsOf, isGroup } from "@/lib/model/filter/filter";
import { isFilterField } from "@/lib/model/filter/operators";
import type { Literal } from "@/lib/model/literal";
import type { Field } from "@/lib/model/resource";

export type Facet = {
  /** Estimates are the database's statistics. */
  kind: "exact" | "estimate";
  /** The most frequent first. */
  values: [literal: Literal, rows: number][];
};

const kinds = new Set<Field["kind"]>(["text", "enum", "boolean", "integer", "uuid", "date"]);

/** Whether a field may have so few values that each is worth counting. */
export function isFacetField(field: Field): boolean {
  return isFilterField(field) && kinds.has(field.kind);
}

/** The filter without what it says of the field: an alternative goes whole, since the rest of it would narrow the list. */
export function withoutField(filter: Group, name: string): Group {
  const parts = filter.parts.flatMap((part): FilterPart[] => {
    const isAbout = conditionsOf(part).some(({ field }) => field === name);
    if (!isAbout) return [part];
    if (!isGroup(part) || part.any) return [];
    const rest = withoutField(part, name);
    return rest.parts.length > 0 ? [rest] : [];
  });
  return { ...filter, parts };
}

/** Those that a field's values may be, where that is known beforehand. */
export function knownValues({ kind, options }: Field): string[] | undefined {
  return kind === "boolean" ? ["true", "false"] : options;
}
