// Server: names that are longer than Postgres keeps them.
import "server-only";
import { lexemesOf } from "@/lib/migrations/sql/parser";

const longest = 63;
/** Anything that could be one, so that few texts have to be scanned. */
const candidates = /"[^"]{16,}"|[\w$\u0080-\uffff]{16,}/g;

/** As written, without quotes. */
export function longNamesIn(source: string): string[] {
  const isLikely = source.match(candidates)?.some((word) => Buffer.byteLength(word) > longest);
  if (!isLikely) return [];
  const names = (lexemesOf(source) ?? [])
    .filter(({ type }) => type === "IDENT")
    .map(({ start, end }) => source.slice(start, end).replace(/^"|"$/g, "").replaceAll('""', '"'))
    .filter((name) => Buffer.byteLength(name) > longest);
  return [...new Set(names)];
}
