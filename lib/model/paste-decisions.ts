// Pure: a planned paste as its preview stands: what was refused or changed meanwhile, and what the person made of it.
import type { CellEdit } from "@/lib/model/cell-edit";
import type { Literal } from "@/lib/model/literal";
import type { PastedCell, PastedRecord } from "@/lib/model/paste-plan";
import type { WriteFailure } from "@/lib/model/write-result";

export type Remark = {
  /** Why the database does not take it. */
  error?: string;
  /** What someone else wrote meanwhile, and whether that is to stay. */
  theirs?: Literal;
  isTheirs?: boolean;
};

/** By `cellKey`; under the key of no field, about the record. */
export type Decisions = Map<string, Remark>;

export type DecidedCell = PastedCell & Remark;
export type DecidedRecord = Omit<PastedRecord, "cells"> & { error?: string; cells: DecidedCell[] };

export function cellKey(id: string, field = ""): string {
  return `${id} ${field}`;
}

/** What needs a look comes first. */
export function decided(records: PastedRecord[], decisions: Decisions): DecidedRecord[] {
  const all = records.map((record) => ({
    ...record,
    ...decisions.get(cellKey(record.id)),
    cells: record.cells.map((cell) => ({
      ...cell,
      ...decisions.get(cellKey(record.id, cell.field.name)),
    })),
  }));
  return [...all.filter(needsLook), ...all.filter((record) => !needsLook(record))];
}

function needsLook({ error, cells }: DecidedRecord): boolean {
  return error !== undefined || cells.some((cell) => cell.error || cell.theirs !== undefined);
}

/** Whether the cell is written when the paste is confirmed. */
export function isWritten({ error, isTheirs }: DecidedCell): boolean {
  return error === undefined && !isTheirs;
}

export function editsOf(records: DecidedRecord[]): CellEdit[] {
  return records.flatMap(({ id, cells }) => {
    const written = cells.filter(isWritten);
    if (written.length === 0) return [];
    const literals = (of: (cell: DecidedCell) => Literal) =>
      Object.fromEntries(written.map((cell) => [cell.field.name, of(cell)]));
    return [
      {
        id,
        values: literals(({ after }) => after),
        // Who confirms again has seen what the others wrote.
        seen: literals(({ before, theirs }) => (theirs === undefined ? before : theirs)),
      },
    ];
  });
}

/** After a refusal; what was said of records as a whole is said anew. */
export function remarksOn(
  before: Decisions,
  failures: { id: string; failure: WriteFailure }[],
): Decisions {
  const decisions = new Map([...before].filter(([key]) => !key.endsWith(" ")));
  for (const { id, failure } of failures) {
    const { formError, fieldErrors, conflicts = {} } = failure;
    if (formError && Object.keys(conflicts).length === 0) {
      decisions.set(cellKey(id), { error: formError });
    }
    for (const [field, error] of Object.entries(fieldErrors)) {
      decisions.set(cellKey(id, field), { error });
    }
    for (const [field, theirs] of Object.entries(conflicts)) {
      decisions.set(cellKey(id, field), { theirs });
    }
  }
  return decisions;
}
