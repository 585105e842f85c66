// Server: tells a real difference from two prints of the same thing. Another version of Postgres prints a view or a
// default otherwise, and what was restored from a dump has been printed and read once more: so both are made in the
// shadow, and printed by it.
import "server-only";
import type { ObjectPair } from "@/lib/migrations/drift/compare-objects";
import { createDdl, removeDdl, tableOf } from "@/lib/migrations/drift/create-ddl";
import { type CatalogObject, keyOf } from "@/lib/migrations/drift/objects";
import { quoted } from "@/lib/migrations/drift/quote";
import { readWithin } from "@/lib/migrations/shadow/read-shadow";
import type { Stage } from "@/lib/migrations/shadow/run-batch";
import { StatementRefused } from "@/lib/migrations/shadow/shadow";

/** @returns keys of pairs that are equal when the shadow prints both; it is left as it was */
export async function equalWhenReprinted(stage: Stage, pairs: ObjectPair[]): Promise<Set<string>> {
  const printed = pairs.filter(mayBePrintedOtherwise);
  if (printed.length === 0) return new Set();
  const found = await reprint(
    stage,
    printed.map((pair) => pair.found),
  );
  const expected = await reprint(
    stage,
    printed.map((pair) => pair.expected),
  );
  const keys = printed.map((pair) => keyOf(pair.expected));
  return new Set(keys.filter((key) => found.has(key) && found.get(key) === expected.get(key)));
}

function mayBePrintedOtherwise({ found, expected }: ObjectPair): boolean {
  switch (found.source) {
    case "index":
      return found.row.isValid;
    case "column":
      return expected.source === "column" && isExpressionAlone(found.row, expected.row);
    default:
      return ["constraint", "view", "trigger", "policy", "function"].includes(found.source);
  }
}

function isExpressionAlone<Row extends { expression: string | null }>(found: Row, expected: Row) {
  const rest = (row: Row) => JSON.stringify({ ...row, expression: row.expression !== null });
  return rest(found) === rest(expected);
}

/** What the shadow prints of each; nothing of one that cannot be made there. */
async function reprint(
  { shadow, session }: Stage,
  objects: CatalogObject[],
): Promise<Map<string, string>> {
  const made = new Set<string>();
  await shadow.exec(session);
  await shadow.exec("begin");
  for (const object of objects) {
    await shadow.exec("savepoint object");
    try {
      await shadow.exec(replacing(object));
      made.add(keyOf(object));
    } catch (error) {
      if (!(error instanceof StatementRefused)) throw error;
      await shadow.exec("rollback to savepoint object");
    }
  }
  const printed = await readWithin(shadow);
  await shadow.exec("rollback");
  return new Map(
    printed
      .filter((object) => made.has(keyOf(object)))
      .map((object) => [keyOf(object), object.definition]),
  );
}

function replacing(object: CatalogObject): string {
  if (object.source === "column" && !object.row.generated) {
    const { row, name } = object;
    return `ALTER TABLE ${tableOf(row)} ALTER COLUMN ${quoted(name)} SET DEFAULT ${row.expression};`;
  }
  return `${removeDdl(object)}\n${createDdl(object, [])}`;
}
