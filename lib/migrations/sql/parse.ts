// Server: a migration file as statements that are understood one by one.
import "server-only";
import { longNamesIn } from "@/lib/migrations/sql/long-names";
import { mergedFacts } from "@/lib/migrations/sql/merged-facts";
import { placesIn } from "@/lib/migrations/sql/places";
import { readStatement } from "@/lib/migrations/sql/read-statement";
import type { Reading } from "@/lib/migrations/sql/reading";
import { type Piece, piecesOf } from "@/lib/migrations/sql/split";
import { cutText } from "@/lib/model/cut-text";
import type {
  Effect,
  KnownTables,
  ParsedMigration,
  Statement,
  TableRef,
} from "@/lib/model/migrations/sql";

export { loadParser } from "@/lib/migrations/sql/parser";

/**
 * Never throws: what Postgres would refuse is a statement with a failure. `known` sharpens what
 * depends on the database; without it a cost that may occur is said to occur "unless".
 */
export function parseMigration(text: string, known?: KnownTables): ParsedMigration {
  const place = placesIn(text);
  const statements = piecesOf(text).map((piece) => {
    const source = text.slice(piece.start, piece.end);
    return {
      text: source,
      line: place(piece.start).line,
      part: piece.part,
      ...completed(readingOf(piece, source, known), source),
      ...("refusal" in piece && {
        failure: { message: explained(piece.refusal.message, source), ...place(piece.refusal.at) },
      }),
    };
  });
  return { statements: withByteOrderMark(text, statements) };
}

function readingOf(piece: Piece, source: string, known: KnownTables | undefined): Reading {
  if ("node" in piece) return readStatement(piece.node, source, known);
  return { kind: "Not understood", summary: firstLine(source) };
}

function firstLine(source: string): string {
  return cutText(source.split("\n", 1)[0]?.trim() ?? "", 80);
}

type Completed = Omit<Statement, "text" | "line" | "part" | "failure">;

function completed(reading: Reading, source: string): Completed {
  const effects = reading.effects ?? [];
  return {
    kind: reading.kind,
    summary: reading.summary,
    makes: reading.makes ?? [],
    drops: reading.drops ?? [],
    isConditional: reading.isConditional ?? false,
    touches: tablesOf(effects),
    effects,
    facts: mergedFacts([reading.facts ?? {}, { longNames: longNamesIn(source) }]),
    ...(reading.opaque !== undefined && { opaque: reading.opaque }),
  };
}

function tablesOf(effects: Effect[]): TableRef[] {
  const byName = new Map(effects.map(({ table }) => [`${table.schema}.${table.name}`, table]));
  return [...byName.values()];
}

function explained(message: string, source: string): string {
  const command = /^\\\S+/.exec(source)?.[0];
  return command ? `${command} is a command of psql, which Postgres does not know` : message;
}

/** Postgres takes the mark for the beginning of the first word; psql and editors hide it. */
function withByteOrderMark(text: string, statements: Statement[]): Statement[] {
  const [first, ...rest] = statements;
  if (!first || !text.startsWith("\uFEFF")) return statements;
  const message = "an invisible byte order mark begins the file, and Postgres refuses it";
  return [{ ...first, failure: { message, line: 1, column: 1 } }, ...rest];
}
