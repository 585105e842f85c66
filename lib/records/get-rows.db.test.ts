import { describe, expect, it } from "vitest";
import { rowLiterals } from "@/lib/model/list-row";
import { getRows } from "@/lib/records/get-rows";
import { testActor } from "@/lib/records/testing/actors";
import { addSession, sessionsTable } from "@/lib/records/testing/sessions";
import { run, tableNamed } from "@/lib/records/testing/tables";

const viewer = testActor("viewer");
const long = "x".repeat(2_000);

describe("some records as rows of a list", () => {
  it("are found by their ids, in part or whole, with the columns that are asked for", async () => {
    const registered = await sessionsTable();
    const [one, two] = [await addSession({ notes: long }), await addSession({ notes: "" })];
    await addSession();
    const page = await getRows(viewer, registered, [one, two], { columns: ["notes", "nonsense"] });
    expect(page.columns).toEqual(["notes", "id", "sessionType"]);
    expect(page.rows).toContainEqual([["x".repeat(300), 2_000], one, "life"]);
    expect(page.rows).toContainEqual(["", two, "life"]);
    expect(page.rows).toHaveLength(2);
    const whole = await getRows(viewer, registered, [one], { columns: ["notes"], isWhole: true });
    expect(whole.rows).toEqual([[long, one, "life"]]);
  });

  it("have exact literals and composite keys, and no secrets", async () => {
    await run(`
      create table base_rows_asked ("Part" text, at timestamptz, big bigint, password text,
        primary key ("Part", at));
      insert into base_rows_asked values
        ('a,b', '2026-01-02 03:04:05.123456+00', 9007199254740993, 'canary'),
        ('a', '2026-01-02 03:04:05.123457+00', null, null)`);
    const registered = await tableNamed("base_rows_asked");
    const id = `a%2Cb,${encodeURIComponent("2026-01-02 03:04:05.123456+00")}`;
    const page = await getRows(viewer, registered, [id], { columns: ["big", "password"] });
    expect(page.rows.map((row) => rowLiterals(page, row))).toEqual([
      {
        big: "9007199254740993",
        password: "••••••••",
        Part: "a,b",
        at: "2026-01-02 03:04:05.123456+00",
      },
    ]);
  });

  it("are none for ids that no record could have", async () => {
    const registered = await sessionsTable();
    for (const ids of [[], ["nonsense"], ["a,b"], ["%E0%A4%A"]]) {
      expect((await getRows(viewer, registered, ids, { columns: [] })).rows).toEqual([]);
    }
  });
});
