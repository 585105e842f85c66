"use client";
// Client: editing the cells of a list: which editors are open, and what is being pasted. What they are made of is loaded
// when it is first wanted.
import { lazy, type ReactNode, Suspense, useState } from "react";
import type { GridCell } from "@/components/list/grid/grid-cell";
import type { ListPage } from "@/components/list/use-list-page";
import { type CellActions, cellRefusal } from "@/lib/model/cell-edit";
import { rowId, rowLiterals } from "@/lib/model/list-row";
import type { Field, Resource } from "@/lib/model/resource";

export type CellEditingProps = {
  resource: Resource;
  list: Pick<ListPage, "page" | "replaceRows">;
  /** The columns on screen, in their order. */
  fields: Field[];
  canUpdate: boolean;
  actions: CellActions;
  /** Makes the cell that far from that one the active one and gives it the focus. */
  onMove: (from: Pick<GridCell, "id" | "field">, step: Step) => void;
};

/** So many rows down, so many columns to the right. */
export type Step = readonly [rows: number, columns: number];

export type OpenEdit = GridCell & {
  id: string;
  element: HTMLElement;
  /** What was typed on the cell, to begin with in the place of its value. */
  typed?: string;
};

/** A range of the page, by the indexes of its rows and of the columns on screen. */
type PasteRange = { row: number; column: number; rows: number; columns: number };

export type Pasted = PasteRange & { text: string };

export type CellEditing = {
  /** Loads what editing needs, so that it is there at the first key. */
  prepare: () => void;
  /** @param typed the character that began it. @returns whether the cell is edited where it stands */
  startEdit: (cell: GridCell, element: HTMLElement, typed?: string) => boolean;
  /** @param text as spreadsheets copy it. @returns whether something may be pasted here */
  paste: (text: string, at: PasteRange) => boolean;
  /** To be put once beside the table. */
  elements: ReactNode;
};

const load = () => import("@/components/list/cell-editing");
const CellEditingParts = lazy(load);

export function useCellEditing(props: CellEditingProps): CellEditing {
  const { resource, list, canUpdate } = props;
  const [edits, setEdits] = useState<OpenEdit[]>([]);
  const [pasted, setPasted] = useState<Pasted>();
  const isWritable = canUpdate && resource.key.length > 0;

  function startEdit(cell: GridCell, element: HTMLElement, typed?: string): boolean {
    const { id, field } = cell;
    const row = list.page.rows.find((each) => rowId(resource, list.page, each) === id);
    if (!isWritable || id === undefined || !row) return false;
    if (cellRefusal(resource, field, rowLiterals(list.page, row))) return false;
    const edit = { ...cell, id, element, typed };
    setEdits((open) => [...open.filter((other) => !isSame(other, edit)), begun(open, edit)]);
    return true;
  }

  function paste(text: string, at: PasteRange): boolean {
    if (isWritable) setPasted({ ...at, text });
    return isWritable;
  }

  return {
    prepare: () => void (isWritable && load()),
    startEdit,
    paste,
    elements: (edits.length > 0 || pasted) && (
      <Suspense>
        <CellEditingParts
          {...props}
          edits={edits}
          pasted={pasted}
          onEditClosed={(closed) =>
            setEdits((open) => open.filter((edit) => !isSame(edit, closed)))
          }
          onPasteClosed={() => setPasted(undefined)}
        />
      </Suspense>
    ),
  };
}

/** Keys that come before the editor has the focus add to what was typed; an editor that is open stays as it is. */
function begun(open: OpenEdit[], edit: OpenEdit): OpenEdit {
  const before = open.find((other) => isSame(other, edit));
  if (!before) return edit;
  return edit.typed === undefined
    ? before
    : { ...before, typed: (before.typed ?? "") + edit.typed };
}

function isSame(one: OpenEdit, other: OpenEdit): boolean {
  return one.id === other.id && one.field.name === other.field.name;
}
