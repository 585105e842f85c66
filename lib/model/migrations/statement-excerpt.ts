// Pure: a statement that failed, cut to the lines round the place, with a mark under it.
import { cutText } from "@/lib/model/cut-text";

type Place = { line: number; column: number };

const linesShown = 12;

/** @param position counts characters of `statement` from 1 */
export function placeOf(statement: string, position: number): Place {
  const before = Array.from(statement).slice(0, position - 1);
  const lineStart = before.lastIndexOf("\n") + 1;
  const line = before.filter((character) => character === "\n").length + 1;
  return { line, column: before.length - lineStart + 1 };
}

export function excerptOf(statement: string, position: number | undefined): string[] {
  const place = position ? placeOf(statement, position) : undefined;
  const lines = statement.replaceAll("\t", " ").split("\n");
  const first = Math.max(
    0,
    Math.min((place?.line ?? 1) - 1 - linesShown / 2, lines.length - linesShown),
  );
  return lines.slice(first, first + linesShown).flatMap((line, offset) => {
    const isPlace = place && first + offset + 1 === place.line;
    if (isPlace) return [line.trimEnd(), `${" ".repeat(place.column - 1)}^`];
    return line.trim() === "" ? [] : [line.trimEnd()];
  });
}

/** The first line that says something, for showing what is running. */
export function firstLineOf(statement: string): string {
  const withoutComments = statement.replace(/^(\s*(--[^\n]*(\n|$)|\/\*[\s\S]*?\*\/))+/, "");
  const [line = ""] = withoutComments.trim().split("\n");
  const text = line.replace(/\s+/g, " ").trim();
  return cutText(text, longest);
}

const longest = 120;
