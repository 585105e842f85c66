// Server: a batch of pending migrations laid out for judging: names resolved, effects sharpened by the live database.
import "server-only";
import { parseMigration } from "@/lib/migrations/sql/parse";
import type { BatchItem, LiveFacts, StatementPlace, TableSize } from "@/lib/model/lock-receipt";
import type { Effect, Statement, TableRef } from "@/lib/model/migration-sql";

/** An effect on a table by its name in the live database. */
export type LiveEffect = Omit<Effect, "table"> & {
  /** `schema.name` */
  table: string;
  size: TableSize | undefined;
  /** The batch itself made the table before. */
  isNew: boolean;
};

export type Step = {
  prefix: string;
  statement: Statement;
  place: StatementPlace;
  effects: LiveEffect[];
  /** The name in the live database of what the statement calls by another since a rename. */
  nameOf: (table: TableRef) => string;
  /** The batch made it before this step. */
  isNew: (table: string) => boolean;
};

export type Batch = { steps: Step[]; live: LiveFacts };

export function batchOf(items: BatchItem[], live: LiveFacts): Batch {
  const sizes = new Map(live.sizes.map((size) => [size.table, size]));
  let made: ReadonlySet<string> = new Set();
  let renames: ReadonlyMap<string, string> = new Map();
  const steps = items.flatMap(({ prefix, tag, statements }) =>
    statements.map((written): Step => {
      const statement = sharpened(written, live);
      const [madeBefore, renamedBefore] = [made, renames];
      const nameOf = (table: TableRef) => {
        const name = resolved(
          table,
          live,
          (each) => sizes.has(each) || madeBefore.has(each) || renamedBefore.has(each),
        );
        return renamedBefore.get(name) ?? name;
      };
      const isNew = (table: string) => madeBefore.has(table);
      ({ made, renames } = after(statement, nameOf, { made, renames }, sizes));
      return {
        prefix,
        statement,
        place: { prefix, tag, line: statement.line, summary: statement.summary },
        effects: statement.effects.map((effect) => {
          const table = nameOf(effect.table);
          return { ...effect, table, size: sizes.get(table), isNew: isNew(table) };
        }),
        nameOf,
        isNew,
      };
    }),
  );
  return { steps, live };
}

/** Its text read again, now that columns, keys and indexes are known. */
function sharpened(statement: Statement, live: LiveFacts): Statement {
  const [again] = parseMigration(statement.text, live).statements;
  if (!again || statement.failure) return statement;
  return { ...again, line: statement.line, part: statement.part };
}

function resolved(table: TableRef, { searchPath }: LiveFacts, exists: (name: string) => boolean) {
  if (table.schema !== null) return `${table.schema}.${table.name}`;
  const names = searchPath
    .filter((schema) => !schema.startsWith("pg_"))
    .map((schema) => `${schema}.${table.name}`);
  return names.find(exists) ?? names[0] ?? `public.${table.name}`;
}

type Names = { made: ReadonlySet<string>; renames: ReadonlyMap<string, string> };

function after(
  { kind, makes, drops, isConditional }: Statement,
  nameOf: (table: TableRef) => string,
  { made, renames }: Names,
  sizes: Map<string, TableSize>,
): Names {
  const tables = makes.filter(isRelation).map(nameOf);
  const gone = drops.filter(isRelation).map(nameOf);
  const isMoved = kind.startsWith("Rename") || kind === "Set schema";
  const [from] = gone;
  const [to] = tables;
  if (isMoved && from !== undefined && to !== undefined) {
    const nowMade = made.has(from) ? new Set([...made, to]) : made;
    return { made: nowMade, renames: made.has(from) ? renames : new Map([...renames, [to, from]]) };
  }
  const fresh = tables.filter((table) => !isConditional || !sizes.has(table));
  return { made: new Set([...made, ...fresh]), renames };
}

export function isRelation({ kind }: { kind: string }): boolean {
  return kind === "table" || kind === "view";
}
