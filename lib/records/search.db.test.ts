import { beforeAll, describe, expect, it } from "vitest";
import { everything } from "@/lib/model/filter/filter";
import { servesSearch } from "@/lib/model/table-facts";
import { listRecords } from "@/lib/records/list";
import { forgetTableFacts, tableFacts } from "@/lib/records/table-facts";
import { testActor } from "@/lib/records/testing/actors";
import { run, tableNamed } from "@/lib/records/testing/tables";

const person = "3f2b8c1e-0000-4000-8000-000000000001";

beforeAll(async () => {
  await run(`
    insert into ai_coach_some_sessions (user_id, session_type, notes, created_at)
      select '${person}', 'kind ' || n % 9, 'note ' || md5(n::text), timestamp '2026-01-01' + n * interval '1 minute'
      from generate_series(1, 2000) n;
    update ai_coach_some_sessions set notes = 'The rare Word' where created_at = timestamp '2026-01-01 00:07';`);
  await run("analyze ai_coach_some_sessions");
  // As the planner would have it of a table that is too big for a test.
  await run("update pg_class set reltuples = 5e6 where relname = 'ai_coach_some_sessions'");
  forgetTableFacts();
});

describe("the app's own tables", () => {
  it("have trigrams for every field that a search looks through", async () => {
    for (const name of ["ai_coach_some_sessions", "ai_coach_progress_tracking"]) {
      const { resource } = await tableNamed(name);
      expect(servesSearch(await tableFacts(resource), resource, "word")).toBe(true);
    }
  });

  it("are searched whole, however big", async () => {
    const sessions = await tableNamed("ai_coach_some_sessions");
    const found = await listRecords(testActor("viewer"), sessions, {
      where: everything,
      search: "rare word",
      sort: sessions.resource.list.sort,
      position: { at: "first" },
      limit: 50,
    });
    expect(found.rows).toHaveLength(1);
    expect(found).not.toHaveProperty("searched");
  });
});
