"use client";
// Client: which records of a list are selected: some by id, on whatever page they are, or everything that matches.
import { useCallback, useMemo, useState } from "react";

/** `matching`: the records that the list's filter and search find, as a query, whatever page is shown. */
type Selected = { kind: "records"; ids: ReadonlySet<string> } | { kind: "matching" };

export type Selection = {
  selected: Selected;
  /** How many records; `undefined` where only the database knows. */
  count: number | undefined;
  has: (id: string) => boolean;
  /** Selects those that are not, or takes them all out where every one is selected. */
  toggle: (ids: string[]) => void;
  selectMatching: () => void;
  clear: () => void;
};

const nothing: Selected = { kind: "records", ids: new Set() };

/** @param matching names what the list is about: another filter ends a selection */
export function useSelection(matching: string): Selection {
  const [state, setState] = useState({ matching, selected: nothing });
  const selected = state.matching === matching ? state.selected : nothing;
  const set = useCallback((next: Selected) => setState({ matching, selected: next }), [matching]);
  return useMemo(
    () => ({
      selected,
      count: selected.kind === "records" ? selected.ids.size : undefined,
      has: (id) => selected.kind === "matching" || selected.ids.has(id),
      toggle: (ids) => set(toggled(selected, ids)),
      selectMatching: () => set({ kind: "matching" }),
      clear: () => set(nothing),
    }),
    [selected, set],
  );
}

/** Taking a record out of everything that matches leaves nothing selected: a query has no exceptions. */
function toggled(selected: Selected, ids: string[]): Selected {
  if (selected.kind === "matching") return nothing;
  const isEvery = ids.every((id) => selected.ids.has(id));
  const next = new Set(selected.ids);
  for (const id of ids) {
    if (isEvery) next.delete(id);
    else next.add(id);
  }
  return { kind: "records", ids: next };
}
