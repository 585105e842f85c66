import { randomUUID } from "node:crypto";
import type { SQL } from "drizzle-orm";
import { PgDatabase, PgDialect } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { closePool, read } from "@/lib/db/client";
import { withOtherConnection } from "@/lib/db/testing/other-connection";
import type { Actor } from "@/lib/model/actor";
import { parseListParams } from "@/lib/model/list-params";
import type { Page } from "@/lib/model/page";
import { fieldOf } from "@/lib/model/resource";
import { nameTargets, readTitles } from "@/lib/records/name-targets";
import { testActor } from "@/lib/records/testing/actors";
import { addSession, sessionsTable } from "@/lib/records/testing/sessions";
import { run, tableNamed } from "@/lib/records/testing/tables";
import { page } from "@/lib/records/testing/walk";

const dialect = new PgDialect();
const [acme, umbrella, user] = [randomUUID(), randomUUID(), randomUUID()];

beforeAll(() =>
  run(`
    create table "base_Mixed Case" ("The Key" varchar(40) primary key, "Name" text, name text);
    insert into "base_Mixed Case" values ('a, "b"', 'x', 'One'), ('{}', 'x', ''), ('null', 'x', null), ('Ünï', 'x', 'Two');
    create table base_pairs (a integer, b integer, name text, primary key (a, b), unique (a));
    create table base_numbers (id bigint primary key, name text);
    insert into base_numbers values (9007199254740993, repeat('é', 200));
    create table base_keys (id integer primary key, api_key text, title_token text);
    insert into base_keys values (1, 'canary', 'canary');
    create table base_things (
      id integer primary key,
      mixed varchar(40) references "base_Mixed Case",
      pair integer references base_pairs (a),
      number bigint references base_numbers,
      other_number bigint references base_numbers,
      holder integer references base_keys,
      parent integer references base_things,
      organisation_id uuid references base_organisations,
      user_id uuid
    );
    insert into base_organisations (id, name) values ('${acme}', 'Acme'), ('${umbrella}', 'Umbrella');
    insert into base_users (id, email, firstname, surname) values ('${user}', 'ada@example.com', 'Ada', 'Lovelace');
    insert into base_things values
      (1, 'a, "b"', null, 9007199254740993, 9007199254740993, 1, null, '${acme}', '${user}'),
      (2, '{}', null, null, null, null, 1, '${umbrella}', null),
      (3, 'null', null, null, null, null, 2, '${acme}', null),
      (4, 'Ünï', null, null, null, null, 3, null, null);
  `),
);
afterAll(() => closePool());

async function things(): Promise<Page> {
  const table = await tableNamed("base_things");
  table.resource.list.columns = table.resource.fields.map(({ name }) => name);
  return page(table, parseListParams(table.resource, {}).query);
}

/** The tables that a piece of work reads with a statement of its own, in the order of the alphabet. */
async function tablesRead(work: () => Promise<unknown>): Promise<string[]> {
  const execute = vi.spyOn(PgDatabase.prototype, "execute");
  await work();
  const texts = execute.mock.calls.map(([query]) => dialect.sqlToQuery(query as SQL).sql);
  execute.mockRestore();
  return texts.flatMap((text) => /\bfrom "(?:public"\.")?([^"]+)"/.exec(text)?.[1] ?? []).sort();
}

describe("what the rows of a page refer to", () => {
  it("is named by title, by key of any type and under names of any case", async () => {
    const { related } = await things();
    expect(related).toMatchObject({
      "base_Mixed Case": { 'a, "b"': "One", "{}": "", null: "", Ünï: "Two" },
      base_organisations: { [acme]: "Acme", [umbrella]: "Umbrella" },
    });
    expect(related?.base_numbers).toEqual({ "9007199254740993": "é".repeat(80) });
  });

  it("has no titles where records have none, and never a secret", async () => {
    const { related } = await things();
    expect(related?.base_things).toEqual({ "1": "", "2": "", "3": "" });
    expect(related?.base_keys).toEqual({ "1": "" });
    expect(JSON.stringify(related)).not.toContain("canary");
  });

  it("is not asked for where it is a key of several fields", async () => {
    const { related } = await things();
    expect(related).not.toHaveProperty("base_pairs");
    const table = await tableNamed("base_things");
    expect(fieldOf(table.resource, "pair")?.refersTo).toBeUndefined();
  });

  it("are people by the names they have: their table is only told to be there", async () => {
    const { related, people } = await things();
    expect(related?.base_users).toEqual({});
    expect(people).toEqual({ [user]: { name: "Ada Lovelace", email: "ada@example.com" } });
  });

  it("is told apart by the day, and what names nothing is left out", async () => {
    const id = await addSession({ sessionType: "1:1", scheduledAt: "2026-03-09 23:59:00" });
    const unplanned = await addSession({ sessionType: "1:1" });
    const [nobody, entry] = [randomUUID(), randomUUID()];
    await run(`insert into ai_coach_progress_tracking (id, user_id, coaching_session_id, metric_type, value)
      select case when s = '${id}' then '${entry}'::uuid else gen_random_uuid() end, '${user}', s, 'mood', '1'
      from unnest(array['${id}', '${unplanned}', '${nobody}']::uuid[]) s`);
    const progress = await tableNamed("ai_coach_progress_tracking");
    const { query } = parseListParams(progress.resource, {});
    const { related } = await page(progress, query);
    expect(related?.sessions).toEqual({ [id]: "1:1 · 9 Mar 2026", [unplanned]: "1:1" });
  });
});

describe("titles", () => {
  it("take one statement for each table, however many rows and fields refer to it", async () => {
    await things();
    const few = await tablesRead(things);
    expect(few).toEqual([
      "base_Mixed Case",
      "base_keys",
      "base_numbers",
      "base_organisations",
      "base_things",
      "base_things",
      "base_users",
    ]);
    await run(`insert into base_things (id, mixed, number, other_number, parent, organisation_id)
      select n, '{}', 9007199254740993, 9007199254740993, n - 1, '${acme}' from generate_series(5, 45) n`);
    expect(await tablesRead(things)).toEqual(few);
    await run("delete from base_things where id > 4");
  });

  it("take none where no cell refers to anything", async () => {
    const table = await tableNamed("base_things");
    const cells = { columns: ["parent", "number"], rows: [[null, null]] };
    const nothing = () => nameTargets(testActor("viewer"), table.resource, cells);
    expect(await nothing()).toEqual({ base_things: {}, base_numbers: {} });
    expect(await tablesRead(nothing)).toEqual([]);
  });

  it("are asked for once by all fields that refer to one table", async () => {
    const table = await tableNamed("base_things");
    const number = "9007199254740993";
    const cells = {
      columns: ["number", "other_number"],
      rows: [
        [number, number],
        [null, "7"],
      ],
    };
    expect(await nameTargets(testActor("viewer"), table.resource, cells)).toEqual({
      base_numbers: { [number]: "é".repeat(80) },
    });
  });

  it("come by the ids as they were written, and none for what cannot be one", async () => {
    const sessions = await sessionsTable();
    const id = await addSession({ sessionType: "written" });
    const odd = [id.toUpperCase(), `{${id}}`, id, "", "user_42", "'", `${id}0`, "\0", "\ud800"];
    const titles = await read((tx) => readTitles(tx, sessions, odd));
    expect(Object.keys(titles ?? {})).toEqual(
      expect.arrayContaining([id, id.toUpperCase(), `{${id}}`]),
    );
    expect(Object.keys(titles ?? {})).toHaveLength(3);
  });
});

describe("what cannot be read", () => {
  it("is left out where the actor may not", async () => {
    const table = await tableNamed("base_things");
    const scoped: Actor = {
      ...testActor("viewer"),
      scope: { resources: ["base_things"], canWrite: false },
    };
    const cells = { columns: ["organisation_id", "parent"], rows: [[acme, "1"]] };
    expect(await nameTargets(scoped, table.resource, cells)).toEqual({ base_things: { "1": "" } });
  });

  it("is left out where the table is gone, and the list goes on", async () => {
    const before = await things();
    await run(`alter table base_organisations rename to base_hidden`);
    const after = await things();
    await run(`alter table base_hidden rename to base_organisations`);
    expect(after.rows).toEqual(before.rows);
    expect(after.related).not.toHaveProperty("base_organisations");
    expect(after.related).toHaveProperty("base_numbers");
  });

  it("is left out where the table is locked for longer than a list can wait", async () => {
    const { related } = await withOtherConnection((other) =>
      other.begin(async (transaction) => {
        await transaction`lock table base_organisations`;
        return things();
      }),
    );
    expect(related).not.toHaveProperty("base_organisations");
    expect(related).toHaveProperty("base_numbers");
  });
});
