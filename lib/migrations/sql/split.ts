// Server: a migration file in the pieces that drizzle sends, and these in statements.
import "server-only";
import type { Node } from "libpg-query";
import {
  isRefusal,
  type Lexeme,
  lexemesOf,
  type Refusal,
  treesOf,
} from "@/lib/migrations/sql/parser";

/** A statement's place in the file, and its tree or why there is none. */
export type Piece = { part: number; start: number; end: number } & (
  | { node: Node }
  | { refusal: Refusal }
);

export function piecesOf(file: string): Piece[] {
  return partsOf(file.replace(/^\uFEFF/, " ")).flatMap(({ text, start }, part) =>
    piecesOfPart(text)
      .map((piece) => withoutBlanks(piece, text))
      .filter((piece) => piece.start < piece.end)
      .map((piece) => moved({ ...piece, part }, start)),
  );
}

const breakpoint = "--> statement-breakpoint";

/** Cut wherever the marker stands, inside of literals too, as drizzle does. */
function partsOf(file: string): { text: string; start: number }[] {
  let start = 0;
  return file.split(breakpoint).map((text) => {
    const part = { text, start };
    start += text.length + breakpoint.length;
    return part;
  });
}

type Cut = { start: number; end: number } & ({ node: Node } | { refusal: Refusal });

function piecesOfPart(text: string): Cut[] {
  const trees = treesOf(text);
  if (!isRefusal(trees)) return trees;
  // Postgres would refuse the part as a whole; what is meant by the rest of it is shown all the same.
  const cuts = cutsOf(text).flatMap((cut): Cut[] => {
    const inner = treesOf(text.slice(cut.start, cut.end));
    if (isRefusal(inner)) return [{ ...cut, refusal: { ...inner, at: cut.start + inner.at } }];
    return inner.map(({ node }) => ({ ...cut, node }));
  });
  const isExplained = cuts.some((cut) => "refusal" in cut);
  return isExplained ? cuts : [{ start: 0, end: text.length, refusal: trees }];
}

/** At every semicolon, and around psql's own commands, which end with their line. */
function cutsOf(text: string): { start: number; end: number }[] {
  const cuts: { start: number; end: number }[] = [];
  let start = 0;
  const cutAt = (end: number) => {
    cuts.push({ start, end });
    start = end;
  };
  for (const lexeme of lexemesOf(text) ?? []) {
    if (lexeme.start < start) continue;
    if (lexeme.type === ";") cutAt(lexeme.end);
    if (beginsCommand(lexeme, text)) {
      cutAt(lexeme.start);
      cutAt(endOfLine(text, lexeme.start));
    }
  }
  cutAt(text.length);
  return cuts;
}

function beginsCommand(lexeme: Lexeme, text: string): boolean {
  const line = text.slice(text.lastIndexOf("\n", lexeme.start) + 1, lexeme.start);
  return lexeme.type === "\\" && line.trim() === "";
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}

/** From the first word to the last: without blanks, comments and semicolons around it. */
function withoutBlanks<T extends Cut>(cut: T, text: string): T {
  const start = skipBlanks(text, cut.start, cut.end);
  const end = start + text.slice(start, cut.end).replace(/[\s;]+$/, "").length;
  return { ...cut, start, end };
}

function skipBlanks(text: string, from: number, to: number): number {
  const blank = /\s+|;|--[^\n\r]*/y;
  let at = from;
  while (at < to) {
    blank.lastIndex = at;
    if (text.startsWith("/*", at)) at = endOfComment(text, at);
    else if (blank.test(text)) at = blank.lastIndex;
    else return at;
  }
  return to;
}

/** Comments nest in Postgres. */
function endOfComment(text: string, from: number): number {
  const edge = /\/\*|\*\//g;
  edge.lastIndex = from;
  let depth = 0;
  for (let match = edge.exec(text); match; match = edge.exec(text)) {
    depth += match[0] === "/*" ? 1 : -1;
    if (depth === 0) return edge.lastIndex;
  }
  return text.length;
}

function moved(piece: Piece, by: number): Piece {
  const place = { start: piece.start + by, end: piece.end + by };
  if ("node" in piece) return { ...piece, ...place };
  return { ...piece, ...place, refusal: { ...piece.refusal, at: piece.refusal.at + by } };
}
