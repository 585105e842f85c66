// Client: cells as text for the clipboard, exactly as the database has them; what is shown in part is fetched whole.
import { fetchCell } from "@/components/list/grid/fetch-cell";
import type { GridCell } from "@/components/list/grid/grid-cell";
import type { Literal } from "@/lib/model/literal";
import { formatTsv } from "@/lib/model/tsv";

const fetchedAtOnce = 6;

export type Copied = { "text/plain": string; "text/html": string };

/** @throws when a value cannot be fetched: then nothing is copied */
export async function readCells(cells: GridCell[][]): Promise<Copied> {
  const waiting = cells.flat().filter(({ cell }) => Array.isArray(cell));
  const whole = new Map<GridCell, Literal>();
  const fetchOneAfterOther = async () => {
    for (let cell = waiting.shift(); cell; cell = waiting.shift())
      whole.set(cell, await fetchCell(cell));
  };
  await Promise.all(Array.from({ length: fetchedAtOnce }, fetchOneAfterOther));
  const literals = cells.map((row) =>
    row.map((each) => (Array.isArray(each.cell) ? (whole.get(each) ?? null) : each.cell)),
  );
  return { "text/plain": formatTsv(literals), "text/html": html(literals) };
}

/** A number that spreadsheets hold without rounding it; everything else is text to them, however much it looks like one. */
const safeNumber = /^-?(?:0|[1-9]\d{0,14})$/;

function html(rows: Literal[][]): string {
  const cell = (literal: Literal) => {
    const format = safeNumber.test(literal ?? "") ? "" : ";mso-number-format:'\\@'";
    return `<td style="white-space:pre${format}">${escaped(literal ?? "")}</td>`;
  };
  return `<table>${rows.map((row) => `<tr>${row.map(cell).join("")}</tr>`).join("")}</table>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
