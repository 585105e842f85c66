// Pure: what the database's own objects say about migrations that the ledger does not record.
import {
  type Catalog,
  type LedgerRow,
  type MigrationSource,
  objectKey,
} from "@/lib/migrations/facts";
import { recordMigration } from "@/lib/migrations/judge/repairs";
import type { ObjectRef, Statement } from "@/lib/model/migrations/sql";
import type { Evidence, Finding } from "@/lib/model/migrations/status";

type Migration = {
  tag: string;
  when: number;
  hash: string | null;
  statements: Statement[];
  row: LedgerRow | undefined;
};

/** What the recorded migrations leave behind, by `objectKey`. */
export function madeByRecorded(migrations: Migration[]): Set<string> {
  const made = new Set<string>();
  for (const { statements, row } of migrations) {
    if (row) apply(made, statements);
  }
  return made;
}

function apply(made: Set<string>, statements: Statement[]): void {
  for (const { makes, drops } of statements) {
    for (const object of drops) forget(made, object);
    for (const object of makes) made.add(objectKey(object));
  }
}

/** With a table go its columns, constraints and triggers. */
function forget(made: Set<string>, object: ObjectRef): void {
  made.delete(objectKey(object));
  if (object.kind !== "table") return;
  const part = `${object.schema ?? "*"} ${object.name} `;
  for (const key of made) {
    if (key.slice(key.indexOf(" ") + 1).startsWith(part)) made.delete(key);
  }
}

/** A migration without a row, whose objects exist all the same. */
export function judgeUnrecorded(
  migration: Migration,
  expected: Set<string>,
  { objects }: Catalog,
  source: MigrationSource,
): Finding | undefined {
  const makes = lastingObjects(migration.statements).filter(
    (object) => !expected.has(objectKey(object)),
  );
  const found = makes.filter((object) => objects.has(objectKey(object)));
  if (found.length === 0) return undefined;
  const lacking = makes.filter((object) => !found.includes(object));
  const { tag, hash } = migration;
  return {
    state: "partial",
    severity: "critical",
    headline:
      lacking.length === 0
        ? `${tag} has run, but is not recorded`
        : `${tag} has run in part, and is not recorded`,
    sentence:
      lacking.length === 0
        ? "Everything that it makes exists already; running it would stop with an error."
        : "Some of what it makes exists already; running it would stop with an error.",
    evidence: [...names("Exists", found), ...names("Does not exist", lacking)],
    remedy:
      lacking.length === 0
        ? "Verify that what exists is what it makes, then record it:"
        : "Run by hand what is lacking, then record it:",
    ...(hash !== null && { repair: recordMigration({ ...migration, hash }, source) }),
    blocks: true,
  };
}

/**
 * Made here and not dropped again here; what may exist anyway proves nothing, and a table stands for the parts that
 * it was made with.
 */
export function lastingObjects(statements: Statement[]): ObjectRef[] {
  const lasting = new Map<string, ObjectRef>();
  for (const { makes, drops, isConditional } of statements) {
    for (const object of drops) lasting.delete(objectKey(object));
    if (isConditional) continue;
    const tables = makes.filter(({ kind }) => kind === "table").map(({ name }) => name);
    for (const object of makes) {
      if (object.table === undefined || !tables.includes(object.table)) {
        lasting.set(objectKey(object), object);
      }
    }
  }
  return [...lasting.values()];
}

const namesShown = 8;

function names(label: string, objects: ObjectRef[]): Evidence[] {
  if (objects.length === 0) return [];
  const shown = objects.slice(0, namesShown).map(objectWords);
  const rest = objects.length - shown.length;
  return [{ label, value: [...shown, ...(rest > 0 ? [`${rest} more`] : [])].join(", ") }];
}

function objectWords({ kind, schema, table, name }: ObjectRef): string {
  const path = [schema, kind === "index" ? undefined : table, name];
  return `${kind} ${path.filter((part) => part != null).join(".")}`;
}

export function invalidIndexes({ invalidIndexes }: Catalog): Finding[] {
  return invalidIndexes.map(({ index, table }) => ({
    state: "invalid index",
    severity: "high",
    headline: `The index ${index} is invalid`,
    sentence:
      "A build of it failed: queries do not use it, while every write still pays for it. A unique one guards nothing.",
    evidence: [
      { label: "Table", value: table },
      { label: "pg_index.indisvalid", value: "false" },
    ],
    remedy: "Build it again without blocking writes:",
    code: `reindex index concurrently ${index};`,
  }));
}
