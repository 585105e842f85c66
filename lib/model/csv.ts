// Pure: rows of literals as CSV (RFC 4180). Lossless: NULL is nothing at all, an empty text is a pair of quotes.
import type { Literal } from "@/lib/model/literal";

export function csvText(rows: Literal[][]): string {
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(literal: Literal): string {
  if (literal === null) return "";
  const isPlain = literal !== "" && !/[",\r\n]|^\s|\s$/.test(literal);
  return isPlain ? literal : `"${literal.replaceAll('"', '""')}"`;
}
