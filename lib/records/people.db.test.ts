import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closePool, read } from "@/lib/db/client";
import { parseListParams } from "@/lib/model/list-params";
import { getRecord } from "@/lib/records/get";
import { namePeople } from "@/lib/records/people";
import { testActor } from "@/lib/records/testing/actors";
import { addSession, sessionsTable } from "@/lib/records/testing/sessions";
import { run, tableNamed } from "@/lib/records/testing/tables";
import { page } from "@/lib/records/testing/walk";

afterAll(() => closePool());

const [ada, nobody] = [randomUUID(), randomUUID()];
const named = { [ada]: { name: "Ada Lovelace", email: "ada@example.com" } };
const name = (...ids: string[]) => read((tx) => namePeople(tx, ids));

beforeAll(() =>
  run(`create table base_visits (id integer primary key, user_id text);
    insert into base_visits values (1, '${ada}'), (2, 'user_42'), (3, null)`),
);

// In this order: once the table has been seen, it is not looked for again.
describe("the names of people", () => {
  it("are not asked for without ids", async () => expect(await name()).toEqual({}));

  it("are none without the users table, and lists go on", async () => {
    await run("alter table base_users rename to base_hidden");
    const id = await addSession({ userId: ada });
    expect(await name(ada)).toEqual({});
    const sessions = await sessionsTable();
    const list = await page(sessions, parseListParams(sessions.resource, {}).query);
    expect(list).toMatchObject({ rows: [expect.anything()], people: {} });
    expect(await getRecord(testActor("viewer"), sessions, id)).toMatchObject({ people: {} });
    await run("alter table base_hidden rename to base_users");
  });

  it("are found by ids, and ids that name nobody are left out", async () => {
    await run(
      `insert into base_users (id, email, firstname, surname) values ('${ada}', 'ada@example.com', 'Ada', 'Lovelace')`,
    );
    expect(await name(ada, nobody, ada)).toEqual(named);
  });

  it("are found beside ids that could be nobody's", async () => {
    expect(await name("user_42", "", '"', "\\", "{", ada, "NULL", `${ada}0`, `-${ada}`)).toEqual(
      named,
    );
    expect(await name("user_42")).toEqual({});
  });

  it("come with lists and records, whatever type their ids have there", async () => {
    const visits = await tableNamed("base_visits");
    const list = await page(visits, parseListParams(visits.resource, {}).query);
    expect(list).toMatchObject({
      rows: [
        ["1", ada],
        ["2", "user_42"],
        ["3", null],
      ],
      people: named,
    });
    const id = await addSession({ userId: ada });
    const session = await getRecord(testActor("viewer"), await sessionsTable(), id);
    expect(session?.people).toEqual(named);
  });
});
