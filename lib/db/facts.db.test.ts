import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closePool, read, write } from "@/lib/db/client";
import { createRecord } from "@/lib/records/create";
import { getRecord } from "@/lib/records/get";
import { testActor } from "@/lib/records/testing/actors";
import { run, succeeded, tableNamed } from "@/lib/records/testing/tables";
import { updateRecord } from "@/lib/records/update";

const owner = testActor();

const literals = {
  at: "2026-03-29 00:30:00.000001+00",
  plain: "2026-03-09 14:30:00",
  day: "2026-02-01",
  span: "1 year 2 mons -3 days +04:05:06.789",
  number: "0.30000000000000004",
  single: "0.1",
  bytes: "\\x00ff",
};

const oddSettings = {
  timezone: "America/St_Johns",
  datestyle: "German, DMY",
  intervalstyle: "iso_8601",
  extra_float_digits: "-15",
  bytea_output: "escape",
  statement_timeout: "20",
  lock_timeout: "20",
  default_transaction_read_only: "on",
  default_transaction_isolation: "serializable",
};

beforeAll(async () => {
  await run(`create table base_facts (id integer primary key, at timestamptz, plain timestamp,
    day date, span interval, number double precision, single real, bytes bytea,
    stamped timestamp default now())`);
  const [row] = await run("select current_database() as name");
  for (const [name, value] of Object.entries(oddSettings)) {
    await run(`set transaction read write; alter database ${row?.name} set ${name} = '${value}'`);
  }
  await closePool();
});

afterAll(() => closePool());

describe("settings of the database that change how values are printed and read", () => {
  it("are in force for everybody else", async () => {
    const rows = await write((tx) =>
      tx.execute(sql`select current_setting('default_transaction_isolation') as setting`),
    );
    expect(rows).toEqual([{ setting: "serializable" }]);
  });

  it("do not change a literal", async () => {
    const facts = await tableNamed("base_facts");
    const { id } = succeeded(await createRecord(owner, facts, { id: "1", ...literals }));
    expect((await getRecord(owner, facts, id))?.literals).toMatchObject(literals);
    const edit = { values: literals, seen: literals };
    expect(succeeded(await updateRecord(owner, facts, id, edit))).not.toHaveProperty("changeId");
  });

  it("do not shift the time that the database fills in", async () => {
    const [row] = await run(sql`
      select abs(extract(epoch from (now() at time zone 'UTC') - stamped)) < 60 as is_utc
      from base_facts`);
    expect(row).toEqual({ is_utc: true });
  });

  it("do not cut a statement short or forbid writing", async () => {
    await read((tx) => tx.execute(sql`select pg_sleep(0.05)`));
    await write((tx) => tx.execute(sql`update base_facts set number = 1`));
  });
});
