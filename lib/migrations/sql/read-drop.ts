// Pure: DROP of anything, and TRUNCATE.
import type { DropStmt, Node } from "libpg-query";
import {
  columnsOfType,
  foreignKeysOf,
  foreignKeysTo,
  tableOfIndex,
  tableRef,
} from "@/lib/migrations/sql/known-tables";
import { namedBy, object, part, said, tableNamed, tablesOf } from "@/lib/migrations/sql/names";
import type { Readers, Reading } from "@/lib/migrations/sql/reading";
import type {
  Effect,
  KnownTables,
  ObjectKind,
  ObjectRef,
  TableRef,
} from "@/lib/model/migrations/sql";

type Known = KnownTables | undefined;

export const dropReaders: Readers = {
  DropStmt: (statement, { known }) => drop(statement, known),
  TruncateStmt: (statement, { known }) => {
    const named = tablesOf(statement.relations);
    const cascades = statement.behavior === "DROP_CASCADE";
    const children = cascades
      ? named.flatMap((table) => foreignKeysTo(known, table).map((key) => tableRef(key.table)))
      : [];
    const tables = [...named, ...children];
    return {
      kind: "Truncate",
      summary: `Truncate ${named.map(said).join(", ")}`,
      effects: tables.map((table) => exclusive(table, "Truncate", "every row is gone")),
      facts: {
        destroys: tables.map((table) => ({ ...object("table", table), how: "emptied" })),
        cascades,
      },
    };
  },
};

function drop(statement: DropStmt, known: Known): Reading {
  const { kind, words } = dropped[statement.removeType ?? "OBJECT_TABLE"] ?? {
    words: "object",
  };
  const targets = (statement.objects ?? []).map(targetOf(kind));
  const cascades = statement.behavior === "DROP_CASCADE";
  const action = `Drop ${words}`;
  const names = targets.map(({ ref, of }) => (of ? `${ref.name} on ${said(of)}` : said(ref)));
  const drops = kind ? targets.map(({ ref, of }) => refOf(kind, ref, of)) : [];
  const isUnplaced = kind === "index" && targets.some(({ ref }) => !tableOfIndex(known, ref));
  return {
    kind: action,
    summary: `${action} ${names.join(", ")}`,
    drops,
    isConditional: statement.missing_ok ?? false,
    effects: targets.flatMap((target) => effectsOf(kind, target, action, cascades, known)),
    facts: {
      destroys:
        kind === "table" || kind === "schema"
          ? drops.map((ref) => ({ ...ref, how: "dropped" }))
          : [],
      cascades,
      ...(statement.concurrent && { outsideTransaction: "DROP INDEX CONCURRENTLY" }),
    },
    ...(isUnplaced && {
      opaque: "The index's table, which it locks, is known to the database only.",
    }),
  };
}

/** What is dropped, and for a part of a table its table. */
type Target = { ref: TableRef; of?: TableRef };

function targetOf(kind: ObjectKind | undefined): (node: Node) => Target {
  return (node) => {
    const words = namedBy(node);
    if (kind !== "trigger" && kind !== "policy") return { ref: tableNamed(words) };
    const of = tableNamed(words.slice(0, -1));
    return { ref: { schema: of.schema, name: words.at(-1) ?? "" }, of };
  };
}

function refOf(kind: ObjectKind, ref: TableRef, of: TableRef | undefined): ObjectRef {
  return of ? part(kind, ref.name, of) : object(kind, ref);
}

function effectsOf(
  kind: ObjectKind | undefined,
  { ref, of }: Target,
  action: string,
  cascades: boolean,
  known: Known,
): Effect[] {
  if (of) return [exclusive(of, action, "rows stay as they are")];
  if (kind === "view") return [exclusive(ref, action, "nobody can read it any more")];
  if (kind === "index") {
    const table = tableOfIndex(known, ref);
    return table ? [exclusive(table, action, "rows stay as they are")] : [];
  }
  if (kind === "table") {
    const parents = foreignKeysOf(known, ref).map((key) => key.parent);
    const children = cascades ? foreignKeysTo(known, ref).map((key) => key.table) : [];
    return [
      exclusive(ref, action, "the table is gone"),
      ...parents.map((name) => exclusive(tableRef(name), action, "a foreign key to it ends")),
      ...children.map((name) => exclusive(tableRef(name), action, "its foreign key is dropped")),
    ];
  }
  if (kind === "type" && cascades) {
    const columns = columnsOfType(known, ref);
    return columns.map(({ table, name }) =>
      exclusive(table, action, `its column ${name} is dropped`),
    );
  }
  return [];
}

function exclusive(table: TableRef, action: string, note: string): Effect {
  return { table, action, lock: "AccessExclusiveLock", cost: "none", note };
}

const dropped: {
  [Type in NonNullable<DropStmt["removeType"]>]?: { kind?: ObjectKind; words: string };
} = {
  OBJECT_TABLE: { kind: "table", words: "table" },
  OBJECT_FOREIGN_TABLE: { kind: "table", words: "foreign table" },
  OBJECT_VIEW: { kind: "view", words: "view" },
  OBJECT_MATVIEW: { kind: "view", words: "materialized view" },
  OBJECT_INDEX: { kind: "index", words: "index" },
  OBJECT_TYPE: { kind: "type", words: "type" },
  OBJECT_DOMAIN: { kind: "type", words: "domain" },
  OBJECT_SEQUENCE: { kind: "sequence", words: "sequence" },
  OBJECT_SCHEMA: { kind: "schema", words: "schema" },
  OBJECT_EXTENSION: { kind: "extension", words: "extension" },
  OBJECT_FUNCTION: { kind: "function", words: "function" },
  OBJECT_PROCEDURE: { kind: "function", words: "procedure" },
  OBJECT_TRIGGER: { kind: "trigger", words: "trigger" },
  OBJECT_POLICY: { kind: "policy", words: "policy" },
  OBJECT_RULE: { words: "rule" },
};
