// Pure: which reader understands which statement.
import type { Node } from "libpg-query";
import { type Readers, type Reading, said, tableOf } from "@/lib/migrations/sql/reading";
import type { KnownTables } from "@/lib/model/migration-sql";

const readers: Readers = {
  CreateStmt: (statement) => ({
    kind: "Create table",
    summary: `Create table ${said(tableOf(statement.relation))}`,
    makes: [{ kind: "table", ...tableOf(statement.relation) }],
    isConditional: statement.if_not_exists ?? false,
  }),
};

export function readStatement(node: Node, source: string, known: KnownTables | undefined): Reading {
  const [name, statement] = Object.entries(node)[0] ?? [];
  const read = readers[name as keyof Readers] as
    | ((statement: unknown, known: KnownTables | undefined) => Reading)
    | undefined;
  return read?.(statement, known) ?? other(source);
}

function other(source: string): Reading {
  const words = source.split(/\s+/, 6).join(" ");
  return { kind: `Other: ${words.split(" ", 1)[0]?.toUpperCase()}`, summary: words };
}
