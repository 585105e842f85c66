// Pure: what a paste makes of the cells of a list, before anything is sent.
import { cellRefusal, columnRefusal, maxPastedColumns, maxPastedRows } from "@/lib/model/cell-edit";
import { checkLiteral } from "@/lib/model/check-literal";
import { editableLength } from "@/lib/model/form-values";
import { rowId } from "@/lib/model/list-row";
import type { Literal, Literals } from "@/lib/model/literal";
import { type Cell, cellText, type Page } from "@/lib/model/page";
import type { Field, Resource } from "@/lib/model/resource";
import { validate } from "@/lib/model/validate";

/** What a cell of nothing means: spreadsheets know no NULL. A pair of quotes is the empty text whatever is chosen. */
export const emptyMeanings = ["null", "empty", "skip"] as const;
export type EmptyMeans = (typeof emptyMeanings)[number];

/** A record that is pasted over; `cells` by field name. */
type PasteRow = { id: string; title: string; cells: Record<string, Cell> };

/** Where a paste begins, and what is on screen from there on to the right and down. */
export type PasteInto = {
  resource: Resource;
  fields: Field[];
  rows: PasteRow[];
  /** How many cells are chosen; what divides them evenly is repeated over them. */
  size: { rows: number; columns: number };
};

export type PastedCell = { field: Field; before: Literal; after: Literal; error?: string };

export type PastedRecord = { id: string; title: string; cells: PastedCell[] };

export type PastePlan = {
  /** Those of which something changes, or would if it could. */
  records: PastedRecord[];
  /** Columns that cannot be written. */
  refused: { label: string; reason: string }[];
  unchanged: number;
  /** Cells of nothing, whatever they mean. */
  empty: number;
  /** What is pasted beyond the last column and row on screen. */
  beyond: { rows: number; columns: number };
};

/** @param texts rows of cells, see `parseTsv`; they may differ in length */
export function planPaste(into: PasteInto, texts: Literal[][], means: EmptyMeans): PastePlan {
  const { resource } = into;
  const { rows, fields, beyond, textAt } = layOver(into, texts);
  const columns = fields.map((field) => ({ field, reason: columnRefusal(resource, field) }));
  const refused = columns.flatMap(({ field: { label }, reason }) =>
    reason ? [{ label, reason }] : [],
  );
  const plan: PastePlan = { records: [], refused, unchanged: 0, empty: 0, beyond };
  rows.forEach((row, rowIndex) => {
    const record = literalsOf(row);
    const cells: PastedCell[] = [];
    columns.forEach(({ field, reason }, columnIndex) => {
      const text = textAt(rowIndex, columnIndex);
      if (text === undefined || reason) return;
      if (text === null) plan.empty++;
      const after = meant(field, text, means);
      if (after === undefined) return;
      const before = row.cells[field.name] ?? null;
      if (before === after) plan.unchanged++;
      else cells.push(pastedCell(resource, field, record, { before, after }));
    });
    if (cells.length > 0) plan.records.push({ id: row.id, title: row.title, cells });
  });
  return plan;
}

/** More than this is not read whole for a paste, in characters. */
const maxWholeLength = 3_000_000;

/** Cells that would be pasted over and of which the list shows only the beginning: they have to be seen whole first. */
export function longCells(
  into: PasteInto,
  texts: Literal[][],
): { ids: string[]; fields: string[] } {
  const { rows, fields } = layOver(into, texts);
  const names = fields
    .filter((field) => !columnRefusal(into.resource, field))
    .map(({ name }) => name);
  const lengthIn = (row: PasteRow, name: string) => {
    const cell = row.cells[name];
    return Array.isArray(cell) && cell[1] <= editableLength ? cell[1] : 0;
  };
  const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);
  const longRows = rows.filter((row) => names.some((name) => lengthIn(row, name) > 0));
  const longFields = names.filter((name) => rows.some((row) => lengthIn(row, name) > 0));
  const length = sum(longRows.map((row) => sum(longFields.map((name) => lengthIn(row, name)))));
  return length > maxWholeLength
    ? { ids: [], fields: [] }
    : { ids: longRows.map(({ id }) => id), fields: longFields };
}

/** @param whole cells read whole, by their records' ids */
export function withWhole(into: PasteInto, whole: Page): PasteInto {
  const byId = new Map(whole.rows.map((row) => [rowId(into.resource, whole, row), row] as const));
  const rows = into.rows.map((row) => {
    const found = byId.get(row.id);
    if (!found) return row;
    const cells = whole.columns.map((name, index) => [name, found[index] ?? null] as const);
    return { ...row, cells: { ...row.cells, ...Object.fromEntries(cells) } };
  });
  return { ...into, rows };
}

function layOver({ fields, rows, size }: PasteInto, texts: Literal[][]) {
  const height = texts.length;
  const width = Math.max(0, ...texts.map((row) => row.length));
  const over = (chosen: number, pasted: number) =>
    pasted > 0 && chosen % pasted === 0 ? Math.max(chosen, pasted) : pasted;
  const wanted = { rows: over(size.rows, height), columns: over(size.columns, width) };
  const laid = {
    rows: rows.slice(0, Math.min(wanted.rows, maxPastedRows)),
    fields: fields.slice(0, Math.min(wanted.columns, maxPastedColumns)),
  };
  return {
    ...laid,
    beyond: {
      rows: wanted.rows - laid.rows.length,
      columns: wanted.columns - laid.fields.length,
    },
    textAt: (row: number, column: number) => texts[row % height]?.[column % width],
  };
}

/** @returns `undefined` where nothing is written */
function meant(field: Field, text: Literal, means: EmptyMeans): Literal | undefined {
  if (text !== null) return spelled(field, text);
  if (means === "skip") return undefined;
  const holdsEmpty = checkLiteral(field, "") === undefined;
  if (means === "empty") return holdsEmpty || !field.nullable ? "" : null;
  return field.nullable || !holdsEmpty ? null : "";
}

/** Spreadsheets shout: TRUE. */
function spelled(field: Field, text: string): string {
  return field.kind === "boolean" && /^(true|false)$/i.test(text) ? text.toLowerCase() : text;
}

type Change = { before: Cell; after: Literal };

function literalsOf({ cells }: PasteRow): Literals {
  return Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, cellText(cell)]));
}

/** @param record what is on screen of the row */
function pastedCell(
  resource: Resource,
  field: Field,
  record: Literals,
  { before, after }: Change,
): PastedCell {
  const isCut = Array.isArray(before);
  const error =
    cellRefusal(resource, field, record) ??
    (isCut ? "The present value is too long to be replaced here." : undefined) ??
    errorOf(resource, field, after);
  return { field, before: cellText(before), after, ...(error && { error }) };
}

/** A declared option is all that a form offers; a slip in a spreadsheet is no other. */
function errorOf(resource: Resource, field: Field, after: Literal): string | undefined {
  if ((after?.length ?? 0) > editableLength) return "This is too long to be pasted.";
  if (after !== null && field.options && !field.options.includes(after)) {
    return `Choose one of ${field.options.join(", ")}.`;
  }
  return validate(resource, { [field.name]: after }, "update")[field.name];
}
