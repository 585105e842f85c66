// Server: names that are longer than Postgres keeps them.
import "server-only";
import { lexemesOf } from "@/lib/migrations/sql/parser";

const longest = 63;
const candidate = /"[^"]{22,}"|[\w$\u0080-\uffff]{22,}/;

/** As written, without quotes. */
export function longNamesIn(source: string): string[] {
  if (!candidate.test(source)) return [];
  const names = (lexemesOf(source) ?? [])
    .filter(({ type }) => type === "IDENT")
    .map(({ start, end }) => source.slice(start, end).replace(/^"|"$/g, "").replaceAll('""', '"'))
    .filter((name) => Buffer.byteLength(name) > longest);
  return [...new Set(names)];
}
