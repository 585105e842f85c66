import { afterAll, afterEach, expect, it } from "vitest";
import { closePool } from "@/lib/db/client";
import { parseListParams } from "@/lib/model/list-params";
import { flushColumnUses, noteColumnUse } from "@/lib/records/column-uses";
import { listRecords } from "@/lib/records/list";
import { testActor } from "@/lib/records/testing/actors";
import { sessionsTable } from "@/lib/records/testing/sessions";
import { run } from "@/lib/records/testing/tables";

const notes = { schema: "public", table: "base_notes" };

afterEach(() => run("delete from admin_column_uses"));
afterAll(() => closePool());

function stored() {
  return run("select column_name, use, count::int from admin_column_uses order by 1, 2");
}

it("are added up, in memory and in the table", async () => {
  for (let round = 0; round < 2; round++) {
    noteColumnUse(notes, "title", "sort");
    noteColumnUse(notes, "title", "sort");
    noteColumnUse(notes, "title", "filter");
    await flushColumnUses();
  }
  await flushColumnUses();
  expect(await stored()).toEqual([
    { column_name: "title", use: "filter", count: 2 },
    { column_name: "title", use: "sort", count: 4 },
  ]);
});

it("are noted by lists, under the names of the database, and written later", async () => {
  const registered = await sessionsTable();
  const { query } = parseListParams(registered.resource, { sort: "-scheduledAt,status" });
  await listRecords(testActor("viewer"), registered, query);
  expect(await stored()).toEqual([]);
  await flushColumnUses();
  const rows = await run("select table_name, column_name, use from admin_column_uses");
  expect(rows).toEqual([
    { table_name: "public.ai_coach_some_sessions", column_name: "scheduled_at", use: "sort" },
  ]);
});

it("are lost without a word where they cannot be written", async () => {
  await run("alter table admin_column_uses rename to admin_column_uses_gone");
  noteColumnUse(notes, "title", "sort");
  await flushColumnUses();
  await run("alter table admin_column_uses_gone rename to admin_column_uses");
  await flushColumnUses();
  expect(await stored()).toEqual([]);
});
