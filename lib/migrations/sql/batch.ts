// Server: a batch of pending migrations laid out for judging: names resolved, effects sharpened by the live database.
import "server-only";
import { parseMigration } from "@/lib/migrations/sql/parse";
import { type NamesAtStep, TableNames } from "@/lib/migrations/sql/table-names";
import type {
  BatchItem,
  LiveFacts,
  StatementPlace,
  TableSize,
} from "@/lib/model/migrations/lock-receipt";
import type { Effect, Statement } from "@/lib/model/migrations/sql";

/** An effect on a table by its name in the live database. */
export type LiveEffect = Omit<Effect, "table"> & {
  /** `schema.name` */
  table: string;
  size: TableSize | undefined;
  /** The batch itself made the table before. */
  isNew: boolean;
};

export type Step = NamesAtStep & {
  prefix: string;
  statement: Statement;
  place: StatementPlace;
  effects: LiveEffect[];
};

export type Batch = { steps: Step[]; live: LiveFacts };

export function batchOf(items: BatchItem[], live: LiveFacts): Batch {
  const names = new TableNames(live);
  const steps = items.flatMap(({ prefix, tag, statements }) =>
    statements.map((written): Step => {
      const step = names.next();
      const statement = sharpened(written, step, live);
      names.learn(statement, step);
      return {
        prefix,
        statement,
        place: { prefix, tag, line: statement.line, summary: statement.summary },
        effects: statement.effects.map((effect) => {
          const table = step.nameOf(effect.table);
          return { ...effect, table, size: names.sizeOf(table), isNew: step.isNew(table) };
        }),
        ...step,
      };
    }),
  );
  return { steps, live };
}

/** Its text read again, now that columns, keys and indexes are known. */
function sharpened(statement: Statement, { nameOf, isNew }: NamesAtStep, live: LiveFacts) {
  const isAboutLive =
    statement.touches.some((table) => !isNew(nameOf(table))) ||
    statement.drops.some(({ kind }) => kind === "index" || kind === "type");
  if (!isAboutLive || live.columns.length === 0 || statement.failure) return statement;
  const [again] = parseMigration(statement.text, live).statements;
  return again ? { ...again, line: statement.line, part: statement.part } : statement;
}
