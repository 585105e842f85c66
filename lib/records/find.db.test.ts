import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closePool } from "@/lib/db/client";
import { withOtherConnection } from "@/lib/db/testing/other-connection";
import type { Findings } from "@/lib/model/found";
import { findRecords } from "@/lib/records/find";
import { testActor } from "@/lib/records/testing/actors";
import { addSession } from "@/lib/records/testing/sessions";
import { run } from "@/lib/records/testing/tables";

afterAll(() => closePool());

const ada = randomUUID();

const find = (text: string) => findRecords(testActor("viewer"), text, { limit: 5 });
const titles = ({ groups }: Findings, label: string) =>
  groups.find((group) => group.label === label)?.found.map(({ title }) => title) ?? [];

beforeAll(async () => {
  await run(`
    insert into base_users (id, email, firstname, surname)
      values ('${ada}', 'ada@example.com', 'Ada', 'Lovelace');
    insert into ai_coach_app_settings (key, value) values
      ('smtp_password', 'hunter2'), ('coaching.max_minutes', '90'), ('100%_sure', 'x'), ('100 sure', 'y');
    create table base_seats (hall text, seat integer, label text, primary key (hall, seat));
    insert into base_seats values ('north,1', 7, 'by the window'), ('south', 7, 'at the door');
    create table base_codes (code text primary key, api_token text);
    insert into base_codes values ('half', 'tell-nobody');
    create table base_places (place inet primary key);
    insert into base_places values ('10.0.0.1');
    create table base_keyless (title text);
    insert into base_keyless values ('by the window')`);
});

describe("a record", () => {
  it("is found by its whole id, and by the beginning that lists show", async () => {
    const id = await addSession({ sessionType: "breath work" });
    for (const text of [id, id.toUpperCase(), id.slice(0, 8), id.slice(0, 20)]) {
      expect(titles(await find(text), "Sessions")).toEqual(["breath work"]);
    }
    expect((await find(id.slice(0, 7))).groups).toEqual([]);
  });

  it("is found by a key of several parts, as addresses have it", async () => {
    const { groups } = await find("north%2C1,7");
    expect(groups).toEqual([
      {
        label: "Seats",
        hasMore: false,
        found: [{ href: "/base_seats/north%2C1,7", title: "by the window", detail: "" }],
      },
    ]);
  });

  it("is found by a key of any type, and what no key can be finds nothing", async () => {
    expect(titles(await find("half"), "Codes")).toEqual(["half"]);
    expect(titles(await find("10.0.0.1"), "Places")).toEqual(["10.0.0.1/32"]);
    expect(await find("10.0.0.nowhere")).toEqual({ groups: [], unfinished: [] });
  });

  it("is found by any part of its title, whatever the case, the newest first and five at most", async () => {
    for (const day of [3, 1, 2, 4, 5, 6]) {
      await addSession({ sessionType: `Deep Talk ${day}`, createdAt: `2031-01-0${day} 10:00:00` });
    }
    const expected = [6, 5, 4, 3, 2].map((day) => `Deep Talk ${day}`);
    expect(titles(await find("deep ta"), "Sessions")).toEqual(expected);
    expect(titles(await find("ee alk"), "Sessions")).toEqual(expected);
    const { groups } = await find("deep talk");
    expect(groups).toEqual([expect.objectContaining({ hasMore: true })]);
  });

  it("is told from others of its title by person, state and time", async () => {
    const id = await addSession({
      sessionType: "check-in",
      userId: ada,
      status: "scheduled",
      scheduledAt: "2031-03-09 14:30:00",
    });
    expect((await find(id)).groups[0]?.found[0]).toEqual({
      href: `/sessions/${id}`,
      title: "check-in",
      detail: "Ada Lovelace · scheduled · 2031-03-09 14:30",
    });
  });
});

it("people are found by their names and by e-mail", async () => {
  const found = [{ href: `/base_users/${ada}`, title: "Ada Lovelace", detail: "ada@example.com" }];
  for (const text of ["ada love", "lovel", "ADA@EX"]) {
    expect((await find(text)).groups).toContainEqual({ label: "Users", found, hasMore: false });
  }
});

it("settings are found by key and shown in their place", async () => {
  const { groups } = await find("coaching max");
  expect(groups[0]?.found).toEqual([
    expect.objectContaining({
      href: "/settings#coaching.max_minutes",
      title: "coaching.max_minutes",
    }),
  ]);
});

describe("what is typed", () => {
  it("is text, not a pattern", async () => {
    expect(titles(await find("100%"), "Settings")).toEqual(["100%_sure"]);
    expect(titles(await find("%_s"), "Settings")).toEqual(["100%_sure"]);
    for (const text of ["%".repeat(100), "\\", "'; drop table base_codes --", "_____"]) {
      expect(await find(text)).toEqual({ groups: [], unfinished: [] });
    }
  });

  it("finds nothing when it is empty", async () => {
    expect(await find("")).toEqual({ groups: [], unfinished: [] });
  });
});

it("secrets are neither searched nor told", async () => {
  expect((await find("hunter2")).groups).toEqual([]);
  expect((await find("tell-nobody")).groups).toEqual([]);
  const all = JSON.stringify([await find("smtp_password"), await find("half")]);
  expect(all).toContain("smtp_password");
  expect(all).not.toMatch(/hunter2|tell-nobody/);
});

it("a resource that cannot be searched in time is told, and the others answer", async () => {
  await run("alter table ai_coach_app_settings rename to ai_coach_app_settings_away");
  const { groups, unfinished } = await withOtherConnection(async (other) => {
    await other`begin`;
    await other`lock table base_codes in access exclusive mode`;
    return find("window");
  });
  expect(groups).toEqual([{ label: "Seats", found: [expect.anything()], hasMore: false }]);
  expect(unfinished).toEqual(["Settings", "Codes"]);
});
