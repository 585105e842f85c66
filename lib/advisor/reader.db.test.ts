// A role that may only read: the advisor needs no more.
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { withOtherConnection } from "@/lib/db/testing/other-connection";

const user = `advisor_reader_${process.pid}`;

beforeAll(async () => {
  await withOtherConnection(async (owner) => {
    await owner.unsafe(`
      create table base_visits (id uuid primary key, user_id uuid, place_id uuid);
      create table base_places (id uuid primary key);
      insert into base_visits values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid());
      create role ${user} login password 'reader';
      grant select on all tables in schema public to ${user};
      revoke select on base_places from ${user};`);
  });
  Object.assign(process.env, { POSTGRES_USER: user, POSTGRES_PASSWORD: "reader" });
  // The environment was read already, by the owner.
  vi.resetModules();
});

afterAll(async () => {
  const { closePool } = await import("@/lib/db/client");
  await closePool();
});

it("is told everything but what it may not count", async () => {
  const { advise } = await import("@/lib/advisor/advise");
  const { findings } = await advise();
  const sentences = findings
    .filter(({ rule, object }) => rule.startsWith("reference") && object.includes("base_visits"))
    .map(({ object, sentence }) => [object.split(".").at(-1), sentence]);
  expect(sentences).toEqual([
    ["user_id", "1 row points at a row that does not exist."],
    ["place_id", "This dashboard's role may not read both tables, so nothing was counted."],
  ]);
});
