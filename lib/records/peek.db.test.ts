import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { closePool } from "@/lib/db/client";
import { Refused } from "@/lib/errors";
import { encodeRecordId } from "@/lib/model/literal";
import { peekRecord } from "@/lib/records/peek";
import { testActor } from "@/lib/records/testing/actors";
import { addSession, sessionsTable } from "@/lib/records/testing/sessions";
import { run, tableNamed } from "@/lib/records/testing/tables";

const viewer = testActor("viewer");
const user = randomUUID();

beforeAll(() =>
  run(`
    insert into base_users (id, email, firstname, surname, password)
      values ('${user}', 'ada@example.com', 'Ada', 'Lovelace', 'canary');
    create table "base_Odd" ("Key" text primary key, size bigint, body text, secret_token text, of text references "base_Odd");
    insert into "base_Odd" values ('a,/b', 9007199254740993, repeat('x', 1000), 'canary', null), ('', null, null, null, 'a,/b');
  `),
);
afterAll(() => closePool());

it("a record at a glance is its title and what its list shows, long values cut", async () => {
  const id = await addSession({
    userId: user,
    sessionType: "1:1",
    scheduledAt: "2026-03-09 10:00:00",
    notes: "n".repeat(1_000),
  });
  const peek = await peekRecord(viewer, await sessionsTable(), id);
  expect(peek).toMatchObject({
    title: "1:1 · 9 Mar 2026",
    singular: "session",
    people: { [user]: { name: "Ada Lovelace" } },
  });
  const notes = peek?.fields.findIndex(({ name }) => name === "notes") ?? -1;
  expect(peek?.cells[notes]).toEqual(["n".repeat(300), 1_000]);
});

it("a person is called by name, and their secrets stay theirs", async () => {
  const users = await tableNamed("base_users");
  users.resource.list.columns = ["email", "password", "salt"];
  const peek = await peekRecord(viewer, users, user);
  expect(peek).toMatchObject({
    title: "Ada Lovelace",
    cells: ["ada@example.com", "••••••••", null],
  });
  expect(JSON.stringify(peek)).not.toContain("canary");
});

it("travels as JSON, by a key of any text, with what it refers to itself", async () => {
  const odd = await tableNamed("base_Odd");
  const peek = await peekRecord(viewer, odd, encodeRecordId(["a,/b"]));
  expect(peek?.title).toBe("a,/b");
  expect(JSON.parse(JSON.stringify(peek))).toMatchObject({
    cells: ["a,/b", "9007199254740993", ["x".repeat(300), 1_000], null],
  });
  const empty = await peekRecord(viewer, odd, encodeRecordId([""]));
  expect(empty).toMatchObject({
    cells: ["", null, null, "a,/b"],
    related: { base_Odd: { "a,/b": "" } },
  });
});

it("is none for what is no record, or has a key of several fields", async () => {
  const sessions = await sessionsTable();
  for (const id of [randomUUID(), "nobody", "", "%", "a,b"]) {
    expect(await peekRecord(viewer, sessions, id)).toBeUndefined();
  }
  const members = await tableNamed("base_organisation_members");
  expect(await peekRecord(viewer, members, `${user},${user}`)).toBeUndefined();
});

it("A14: is refused to those who may not read it", async () => {
  const scoped = { ...viewer, scope: { resources: ["progress"], canWrite: false } };
  await expect(peekRecord(scoped, await sessionsTable(), randomUUID())).rejects.toThrow(Refused);
});
