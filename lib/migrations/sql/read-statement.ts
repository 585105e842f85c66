// Server: which reader understands which statement.
import "server-only";
import type { Node } from "libpg-query";
import { alterTable } from "@/lib/migrations/sql/alter-table";
import { readBlock } from "@/lib/migrations/sql/do-block";
import { createReaders } from "@/lib/migrations/sql/read-create";
import { dropReaders } from "@/lib/migrations/sql/read-drop";
import { renameReaders } from "@/lib/migrations/sql/read-rename";
import { rowReaders } from "@/lib/migrations/sql/read-rows";
import { sessionReaders } from "@/lib/migrations/sql/read-session";
import type { Context, Readers, Reading } from "@/lib/migrations/sql/reading";
import type { KnownTables } from "@/lib/model/migrations/sql";

const readers: Readers = {
  ...createReaders,
  ...dropReaders,
  ...renameReaders,
  ...rowReaders,
  ...sessionReaders,
  AlterTableStmt: (statement, { known }) => alterTable(statement, known),
  DoStmt: (statement, { source, known }) =>
    readBlock(statement, source, (node, inner) => readStatement(node, inner, known)),
};

export function readStatement(node: Node, source: string, known: KnownTables | undefined): Reading {
  const [name, statement] = Object.entries(node)[0] ?? [];
  // A reader's key is the name of the node that it takes.
  const read = readers[name as keyof Readers] as
    | ((statement: unknown, context: Context) => Reading)
    | undefined;
  return read?.(statement, { source, known }) ?? other(source);
}

/** Statements that lock no table for long and make nothing that is looked for. */
function other(source: string): Reading {
  const words = source.replace(/\s+/g, " ").slice(0, 80);
  const verb = /^\S+/.exec(words)?.[0].toUpperCase() ?? "";
  return { kind: `Other: ${verb}`, summary: words };
}
