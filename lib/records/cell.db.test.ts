// One value of one record, whole.
import { beforeAll, describe, expect, it } from "vitest";
import { appSettings } from "@/lib/db/schema";
import { Refused } from "@/lib/errors";
import { deriveResource } from "@/lib/model/define-resource";
import { encodeRecordId } from "@/lib/model/literal";
import { readCell } from "@/lib/records/cell";
import { createRecord } from "@/lib/records/create";
import { testActor } from "@/lib/records/testing/actors";
import { run, succeeded, tableNamed } from "@/lib/records/testing/tables";

const viewer = testActor("viewer");
const owner = testActor("owner");

beforeAll(() =>
  run(`create table base_cells (
      hall text, seat bigint, "Mixed ""case""" text, password text, data json, primary key (hall, seat));
    insert into base_cells values ('a,/b', 9007199254740993, repeat('ä', 200000), 'canary', '{"n": 1.10, "n": 2}'),
      ('', 1, '', null, null)`),
);

async function cell(key: string[], field: string) {
  return readCell(viewer, await tableNamed("base_cells"), encodeRecordId(key), field);
}

const first = ["a,/b", "9007199254740993"];

describe("a cell", () => {
  it("is the whole literal, exactly", async () => {
    expect(await cell(first, 'Mixed "case"')).toEqual({ literal: "ä".repeat(200_000) });
    expect(await cell(first, "seat")).toEqual({ literal: "9007199254740993" });
    expect(await cell(first, "data")).toEqual({ literal: '{"n": 1.10, "n": 2}' });
  });

  it("tells NULL from the empty text", async () => {
    expect(await cell(["", "1"], 'Mixed "case"')).toEqual({ literal: "" });
    expect(await cell(["", "1"], "data")).toEqual({ literal: null });
  });

  it("is none without such a record, or such a field", async () => {
    expect(await cell(["", "2"], "data")).toBeUndefined();
    expect(await cell(["", "not a number"], "data")).toBeUndefined();
    expect(await cell(["a"], "data")).toBeUndefined();
    for (const field of ["nothing", "__proto__", "constructor", "data; drop table base_cells"])
      expect(await cell(first, field)).toBeUndefined();
  });

  it("A17: is refused where it is a secret, to owners too", async () => {
    await expect(cell(first, "password")).rejects.toThrow(Refused);
    const resource = deriveResource(
      appSettings,
      { prefix: "ai_coach_" },
      { fields: { value: { secretWhen: { field: "key", is: ["mail.account"], isNot: [] } } } },
    );
    const settings = { table: appSettings, resource };
    for (const key of ["mail.account", "stripe.apiKey"]) {
      const made = succeeded(await createRecord(owner, settings, { key, value: "canary" }));
      await expect(readCell(owner, settings, made.id, "value")).rejects.toThrow(Refused);
      expect(await readCell(owner, settings, made.id, "key")).toEqual({ literal: key });
    }
    const open = succeeded(await createRecord(owner, settings, { key: "app.title", value: "x" }));
    expect(await readCell(viewer, settings, open.id, "value")).toEqual({ literal: "x" });
  });
});
