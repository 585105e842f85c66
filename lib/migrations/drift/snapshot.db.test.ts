import { copyFile, writeFile } from "node:fs/promises";
import { generateDrizzleJson, generateMigration } from "drizzle-kit/api";
import { sql as raw } from "drizzle-orm";
import {
  bigint,
  check as checkThat,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgEnum,
  pgPolicy,
  pgSchema,
  pgSequence,
  pgTable,
  pgView,
  primaryKey,
  serial,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
  varchar,
} from "drizzle-orm/pg-core";
import { afterAll, expect, test, vi } from "vitest";
import { checkOne } from "@/lib/migrations/drift/check.fixture";
import { migrate, migrationsFolder, sql } from "@/lib/migrations/migrations-folder.fixture";

// A shadow takes seconds to begin where the processor is shared.
vi.setConfig({ testTimeout: 120_000 });

afterAll(() => sql.end());

type Schema = Record<string, unknown>;

/** A prefix with the migrations and snapshots that drizzle-kit makes from one schema after another. */
async function generated(prefix: string, schemas: Schema[], edit = (text: string) => text) {
  const folder = await migrationsFolder(prefix);
  let before = generateDrizzleJson({});
  for (const [number, schema] of schemas.entries()) {
    const after = generateDrizzleJson(schema, before.id);
    const statements = await generateMigration(before, after);
    const tag = `${String(number).padStart(4, "0")}_step`;
    await folder.add(tag, edit(statements.join("--> statement-breakpoint\n")));
    const file = `${folder.source.folder}/meta/${tag.slice(0, 4)}_snapshot.json`;
    await writeFile(file, JSON.stringify(after));
    before = after;
  }
  const events = await migrate(folder.source);
  expect(events).not.toContainEqual(expect.objectContaining({ kind: "failed" }));
  return folder;
}

function everything(prefix: string) {
  const name = (rest: string) => `${prefix}${rest}`;
  const area = pgSchema(name("area"));
  const mood = pgEnum(name("mood"), ["sad", "it's ok", "happy"]);
  const elsewhere = area.enum("level", ["low", "high"]);
  const tickets = pgSequence(name("tickets"), { startWith: 100, increment: 5, cache: 3 });
  const owners = pgTable(
    name("owners"),
    {
      id: uuid().primaryKey().defaultRandom(),
      email: varchar({ length: 320 }).notNull().unique(),
      mood: mood().notNull().default("happy"),
      moods: mood().array().notNull().default([]),
      tags: text().array().default(["a", "b"]),
      meta: jsonb()
        .$type<object>()
        .default({ a: [1] }),
      level: elsewhere().default("low"),
      createdAt: timestamp({ withTimezone: true, precision: 3 }).notNull().defaultNow(),
      name: text().generatedAlwaysAs(raw`'x' || 'y'`),
    },
    (table) => [
      index(name("owners_created")).on(table.createdAt.desc().nullsLast()),
      index(name("owners_lower")).on(raw`lower(${table.email})`),
      index(name("owners_meta")).using("gin", table.meta.op("jsonb_path_ops")),
      uniqueIndex(name("owners_partial"))
        .on(table.email, table.mood)
        .where(raw`${table.level} = 'low'`),
      pgPolicy(name("owners_read"), { for: "select", to: "public", using: raw`true` }),
      checkThat(name("owners_email"), raw`${table.email} like '%@%'`),
    ],
  );
  const items = area.table(
    "items",
    {
      id: serial().notNull(),
      number: bigint({ mode: "bigint" }).generatedAlwaysAsIdentity({ startWith: 1000 }),
      other: integer().generatedByDefaultAsIdentity(),
      owner: uuid()
        .notNull()
        .references(() => owners.id, { onDelete: "cascade", onUpdate: "restrict" }),
      parent: integer(),
      price: numeric({ precision: 10, scale: 2 }).default("0.00"),
      counted: integer().default(raw`nextval('${raw.raw(name("tickets"))}')`),
    },
    (table) => [
      primaryKey({ columns: [table.id, table.owner] }),
      unique().on(table.parent, table.price).nullsNotDistinct(),
      foreignKey({ columns: [table.parent, table.owner], foreignColumns: [table.id, table.owner] }),
    ],
  );
  const rich = pgView(name("rich")).as((query) =>
    query
      .select({ id: owners.id, email: owners.email })
      .from(owners)
      .where(raw`${owners.mood} <> 'sad'`),
  );
  return { area, mood, elsewhere, tickets, owners, items, rich };
}

test("what drizzle-kit generates is what its snapshots say, whatever it can describe", async () => {
  const full = everything("kit_");
  const { rich: _, items: __, ...first } = full;
  const { source } = await generated("kit_", [first, full]);
  expect(await checkOne(source)).toMatchObject({
    verdict: "clean",
    caveats: [],
    drift: [],
    snapshot: [],
  });
});

test("what custom migrations add to it is no dishonesty", async () => {
  const folder = await generated("own_", [everything("own_")]);
  await folder.add(
    "0001_custom",
    `create extension if not exists btree_gist;
     create function own_touch() returns trigger language plpgsql as 'begin return new; end';
     create trigger own_touching before update on own_owners for each row execute function own_touch();
     create index own_search on own_owners using gin (to_tsvector('simple', email));
     alter table own_owners add column search tsvector generated always as (to_tsvector('simple', email)) stored;
     alter table own_owners add constraint own_alone exclude using gist (email with =);
     alter table own_owners force row level security;
     alter index own_owners_created set (fillfactor = 70);
     create table own_logs (at timestamptz) partition by range (at);
     alter table own_owners rename constraint own_owners_email_unique to own_unique;`,
  );
  const meta = `${folder.source.folder}/meta`;
  await copyFile(`${meta}/0000_snapshot.json`, `${meta}/0001_snapshot.json`);
  await migrate(folder.source);
  expect(await checkOne(folder.source)).toMatchObject({
    verdict: "clean",
    drift: [],
    snapshot: [],
  });
});

test("a migration that was edited by hand before it ran", async () => {
  const table = pgTable("lie_a", {
    id: integer().primaryKey(),
    label: varchar({ length: 20 }).notNull(),
    other: text(),
  });
  const { source } = await generated("lie_", [{ table }], (text) =>
    text.replace("varchar(20) NOT NULL", "text").replace('"other" text', '"another" text'),
  );
  const { verdict, drift, snapshot } = await checkOne(source);
  expect({ verdict, drift }).toEqual({ verdict: "clean", drift: [] });
  expect(snapshot.map(({ sentence }) => sentence)).toEqual([
    "Column another of lie_a is made by a migration, and not in the snapshot.",
    "Column other of lie_a is in the snapshot, and no migration makes it.",
    "Column label of lie_a is text, and should be character varying(20) NOT NULL.",
  ]);
});

test("a snapshot that cannot be read", async () => {
  const folder = await generated("none_", [{ table: pgTable("none_a", { id: integer() }) }]);
  const file = `${folder.source.folder}/meta/0000_snapshot.json`;
  await writeFile(file, "<<<<<<< HEAD");
  expect((await checkOne(folder.source)).caveats).toEqual([
    "The snapshot of 0000_step cannot be read.",
  ]);
});
