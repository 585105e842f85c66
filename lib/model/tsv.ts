// Pure: cells as spreadsheets copy them: tabs between cells, a line a row. Nothing is NULL, a pair of quotes the empty text.
import type { Literal } from "@/lib/model/literal";

/**
 * Quoted, with its quotes doubled, is what would be read as something else: a text with a tab or a line break, one that
 * begins with a quote, and the empty one. There is no line break at the end, so that one cell is its text alone.
 */
export function formatTsv(rows: Literal[][]): string {
  const lines = rows.map((row) => row.map(cell).join("\t"));
  // A last line of nothing would be read as the end of that before it.
  return lines.join("\n") + (lines.length > 1 && lines.at(-1) === "" ? "\n" : "");
}

function cell(literal: Literal): string {
  if (literal === null) return "";
  const isPlain = literal !== "" && !/^"|[\t\r\n]/.test(literal);
  return isPlain ? literal : `"${literal.replaceAll('"', '""')}"`;
}

const quoted = /"([^"]*(?:""[^"]*)*)"(?=[\t\r\n]|$)/y;
const plain = /[^\t\r\n]*/y;
const lineBreak = /\r\n|\r|\n/y;

/** At least one row of one cell. A quote that never ends is an ordinary character. */
export function parseTsv(text: string): Literal[][] {
  const rows: Literal[][] = [[]];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  for (;;) {
    const inQuotes = take(quoted);
    const literal = inQuotes ? unquoted(inQuotes[1] ?? "") : take(plain)?.[0] || null;
    rows.at(-1)?.push(literal);
    if (text[at] === "\t") at++;
    else if (!take(lineBreak) || at === text.length) return rows;
    else rows.push([]);
  }
}

function unquoted(text: string): string {
  return text.replaceAll('""', '"');
}
