// Bench: a long history as drizzle-kit itself writes it: SQL, snapshots and journal, 60 tables that grow over 150 migrations.
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateDrizzleJson, generateMigration } from "drizzle-kit/api";
import {
  index,
  integer,
  jsonb,
  numeric,
  type PgColumnBuilderBase,
  pgEnum,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
  varchar,
} from "drizzle-orm/pg-core";

export const tables = 60;
const firstDay = Date.UTC(2025, 0, 1);
const day = 86_400_000;

/** Writes the history and returns the folder that holds its `drizzle-sql`. */
export async function makeHistory(prefix: string, migrations: number): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), "history-"));
  const folder = join(root, "drizzle-sql");
  mkdirSync(join(folder, "meta"), { recursive: true });
  const entries: object[] = [];
  let last = generateDrizzleJson({});
  for (let step = 0; step < migrations; step++) {
    const number = String(step).padStart(4, "0");
    const tag = `${number}_step_${step}`;
    const snapshot = generateDrizzleJson(schemaAt(prefix, step), last.id);
    const statements = await generateMigration(last, snapshot);
    writeFileSync(join(folder, `${tag}.sql`), statements.join("\n--> statement-breakpoint\n"));
    // The names first, as drizzle-kit's command writes them.
    const { id, prevId, ...rest } = snapshot;
    const file = join(folder, `meta/${number}_snapshot.json`);
    writeFileSync(file, JSON.stringify({ id, prevId, ...rest }, null, 2));
    entries.push({ idx: step, version: "7", when: firstDay + step * day, tag, breakpoints: true });
    last = snapshot;
  }
  const journal = { version: "7", dialect: "postgresql", entries };
  writeFileSync(join(folder, "meta/_journal.json"), JSON.stringify(journal, null, 2));
  return root;
}

/** First the tables, one by one; then each gets columns and indexes in turn. */
function schemaAt(prefix: string, step: number): Record<string, unknown> {
  const schema: Record<string, unknown> = {};
  for (let number = 0; number <= Math.min(step, tables - 1); number++) {
    const name = `${prefix}table_${number}`;
    const state = pgEnum(`${name}_state`, ["new", "open", "done"]);
    const grown = Math.max(0, Math.floor((step - number) / tables));
    const more: Record<string, PgColumnBuilderBase> = {};
    for (let column = 0; column < grown * 3; column++) {
      more[`field${column}`] = text(`field_${column}`).default(`value ${column}`);
    }
    schema[`${name}State`] = state;
    schema[name] = pgTable(
      name,
      {
        id: uuid("id").primaryKey().defaultRandom(),
        state: state("state").notNull().default("new"),
        name: varchar("name", { length: 100 + grown * 50 }).notNull(),
        amount: numeric("amount", { precision: 12, scale: 2 }),
        place: integer("place").notNull().default(0),
        data: jsonb("data").default({}),
        createdAt: timestamp("created_at").notNull().defaultNow(),
        updatedAt: timestamp("updated_at").notNull().defaultNow(),
        ...more,
      },
      (table) => [
        unique(`${name}_name_unique`).on(table.name),
        index(`${name}_created_at_idx`).on(table.createdAt, table.id),
        index(`${name}_state_idx`).on(table.state),
      ],
    );
  }
  return schema;
}
