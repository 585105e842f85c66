import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closePool } from "@/lib/db/client";
import { withOtherConnection } from "@/lib/db/testing/other-connection";
import type { Actor } from "@/lib/model/actor";
import { countRelated, relatedLists } from "@/lib/records/related-lists";
import { testActor } from "@/lib/records/testing/actors";
import { addSession, sessionsTable } from "@/lib/records/testing/sessions";
import { run, tableNamed } from "@/lib/records/testing/tables";

const viewer = testActor("viewer");
const user = randomUUID();

beforeAll(() =>
  run(`
    create table "base_The Teams" (id integer primary key, "parent Team" integer references "base_The Teams");
    create index on "base_The Teams" ("parent Team");
    create table base_players (
      id integer primary key,
      team integer references "base_The Teams", second_team integer references "base_The Teams",
      secret_token integer references "base_The Teams"
    );
    create index on base_players (team);
    create index on base_players (second_team) where second_team > 1;
    insert into "base_The Teams" values (1, null), (2, 1), (3, 1);
    insert into base_players select n, case when n <= 150 then 1 else 2 end, 1 from generate_series(1, 157) n;
    insert into base_users (id, email, firstname, surname) values ('${user}', 'ada@example.com', 'Ada', 'Lovelace');
  `),
);
afterAll(() => closePool());

async function told(actor: Actor, table: string, id: string) {
  const lists = await relatedLists(actor, await tableNamed(table), { id });
  const counts = await countRelated(actor, lists);
  return lists.map(({ registered, field }, index) => {
    const count = counts[index];
    return [registered.resource.slug, field.name, count && `${count.kind} ${count.rows}`];
  });
}

describe("the lists of what refers to a record", () => {
  it("are told with counts where an index leads, as far as a hundred", async () => {
    expect(await told(viewer, "base_The Teams", "1")).toEqual([
      ["base_players", "team", "more than 100"],
      ["base_players", "second_team", undefined],
      ["base_The Teams", "parent Team", "exact 2"],
    ]);
    expect((await told(viewer, "base_The Teams", "2"))[0]?.[2]).toBe("exact 7");
  });

  it("are those of a person by every field that holds people", async () => {
    await addSession({ userId: user });
    await addSession({ userId: user });
    expect(await told(viewer, "base_users", user)).toEqual(
      expect.arrayContaining([
        ["sessions", "userId", "exact 2"],
        ["progress", "userId", "exact 0"],
        ["base_jobs", "user_id", "exact 0"],
        ["base_organisation_members", "user_id", "exact 0"],
      ]),
    );
  });

  it("are those of a session by what is declared", async () => {
    const id = await addSession();
    const lists = await relatedLists(viewer, await sessionsTable(), { id });
    expect(lists.map(({ registered, field }) => [registered.resource.slug, field.name])).toEqual([
      ["progress", "coachingSessionId"],
    ]);
  });

  it("are only those that the actor may read", async () => {
    const scoped = { ...viewer, scope: { resources: ["sessions", "base_users"], canWrite: false } };
    expect(await told(scoped, "base_users", user)).toEqual([["sessions", "userId", "exact 2"]]);
  });

  it("are none for a key of several fields, and for what refers to nothing", async () => {
    const members = await tableNamed("base_organisation_members");
    expect(
      await relatedLists(viewer, members, { user_id: user, organisation_id: randomUUID() }),
    ).toEqual([]);
    expect(await told(viewer, "base_players", "1")).toEqual([]);
  });

  it("stand without counts where a table is locked", async () => {
    const found = await withOtherConnection((other) =>
      other.begin(async (transaction) => {
        await transaction`lock table base_players`;
        return told(viewer, "base_The Teams", "1");
      }),
    );
    expect(found.map(([slug, , count]) => [slug, count])).toEqual([
      ["base_players", undefined],
      ["base_players", undefined],
      ["base_The Teams", undefined],
    ]);
  });
});
