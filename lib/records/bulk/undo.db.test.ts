import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Refused } from "@/lib/errors";
import type { BulkAct } from "@/lib/model/bulk";
import { preparedUndo, undoableCount } from "@/lib/records/bulk/undo";
import { testActor } from "@/lib/records/testing/actors";
import { bulk, type Following, follow } from "@/lib/records/testing/bulk";
import { rowCount, run } from "@/lib/records/testing/tables";

const [viewer, owner] = [testActor("viewer"), testActor("owner")];
const count = 5_000;

beforeAll(() =>
  run(`
    create type base_weather as enum ('fair', 'so, so', '');
    create table base_undo (
      id bigint generated always as identity primary key, name varchar(40), padded char(5), big bigint,
      exact numeric(12, 4), ratio double precision, doc jsonb, raw json, tags text[], weather base_weather,
      at timestamptz, wall timestamp, bytes bytea, span int4range, bits bit(3), "Mixed" text,
      doubled numeric generated always as (exact * 2) stored,
      updated_at timestamptz not null default '2020-01-01 00:00:00.000001+00'
    );
  `),
);

beforeEach(async () => {
  await run("truncate base_undo restart identity");
  await run(`insert into base_undo (name, padded, big, exact, ratio, doc, raw, tags, weather, at, wall, bytes, span, bits, "Mixed")
    select case n % 4 when 0 then null when 1 then '' else 'name, "' || n || E'\\\\ \\n' end, n::text, 9007199254740993 + n, n / 7.0,
      1 / n::float8, jsonb_build_object('n', 12345678901234567890.10, 'x', null), '{"a":1,  "a":2 }',
      case n % 3 when 0 then null else array['a,b', null, '"', ''] end, (array['fair', 'so, so', ''])[1 + n % 3]::base_weather,
      '2026-01-01 00:00:00.000001+00'::timestamptz + n * interval '1 microsecond', '2026-03-29 02:30:00.123456',
      decode('dead00', 'hex'), int4range(n, n + 1), (n % 8)::bit(3), 'M'
    from generate_series(1, ${count}) as n`);
});

/** Everything as Postgres prints it. */
const raw = () => run("select base_undo::text as row from base_undo order by id");

/** @returns its group */
const carryOut = async (act: BulkAct) => (await bulk({ act, table: "base_undo" })).group;

async function undo(group: string, following?: Following) {
  return follow(await preparedUndo(group, async () => owner), following);
}

const everyField: BulkAct = {
  kind: "set",
  values: {
    name: null,
    padded: "x",
    big: "1",
    exact: "0.0001",
    ratio: "0.1",
    doc: "[]",
    raw: "[ ]",
    tags: "{}",
    weather: "fair",
    at: "infinity",
    wall: "2000-01-01",
    bytes: "\\x00",
    span: "empty",
    bits: "111",
    Mixed: "",
  },
};

describe("undoing a big group", () => {
  it("brings every literal back, in every type", async () => {
    const before = await raw();
    const group = await carryOut(everyField);
    const changed = await raw();
    expect(changed.filter((row, at) => row.row === before[at]?.row)).toEqual([]);
    const { last, group: undoing } = await undo(group);
    expect(last).toMatchObject({ done: count, changed: count, failed: 0 });
    expect(await raw()).toEqual(before);
    expect(
      await rowCount(`admin_changes where group_id = '${undoing}' and reverts_id is not null`),
    ).toBe(count);
    expect(await undoableCount(group)).toBe(0);
    // The undoing is an act like others.
    await undo(undoing);
    const again = await raw();
    expect(again).toEqual(changed);
  }, 60_000);

  it("brings deleted records back, number and all", async () => {
    const before = await raw();
    const group = await carryOut({ kind: "delete" });
    expect(await rowCount("base_undo")).toBe(0);
    const { last } = await undo(group);
    expect(last).toMatchObject({ changed: count, failed: 0 });
    expect(await raw()).toEqual(before);
  }, 60_000);

  it("leaves what changed since, and tells which", async () => {
    const before = await raw();
    const group = await carryOut({ kind: "set", values: { Mixed: "all", big: "7" } });
    await run(`update base_undo set "Mixed" = 'someone else' where id = 77`);
    await run("update base_undo set name = 'another field' where id = 78");
    await run("delete from base_undo where id = 79");
    const { last, lines } = await undo(group);
    expect(last).toMatchObject({ done: count, changed: count - 2, failed: 2 });
    const left = lines.flatMap((line) => (line.kind === "progress" ? line.failures : []));
    expect(left.map(({ id, sentence }) => [id, sentence])).toEqual([
      ["79", "This record no longer exists."],
      ["77", "This cannot be undone: Mixed changed again since."],
    ]);
    const after = await raw();
    expect(after.slice(0, 76)).toEqual(before.slice(0, 76));
    expect(
      await run(`select name, "Mixed", big::text from base_undo where id in (77, 78) order by id`),
    ).toEqual([
      { name: "", Mixed: "someone else", big: "7" },
      { name: "another field", Mixed: "M", big: "9007199254741071" },
    ]);
  }, 60_000);

  it("goes on where it was cancelled", async () => {
    const before = await raw();
    const group = await carryOut({ kind: "set", values: { big: "7" } });
    const stop = new AbortController();
    const first = await undo(group, { onProgress: () => stop.abort(), stop });
    expect(first.lines.at(-1)).toMatchObject({ state: "cancelled" });
    expect(await rowCount("base_undo where big <> 7")).toBe(1_000);
    expect((await undo(group)).last).toMatchObject({ changed: count - 1_000 });
    expect(await raw()).toEqual(before);
  }, 60_000);

  it("happens once when it is asked for twice at once", async () => {
    const before = await raw();
    const group = await carryOut({ kind: "set", values: { big: "7" } });
    await Promise.all([undo(group), undo(group)]);
    expect(await raw()).toEqual(before);
    expect(
      await rowCount(
        `admin_changes c join admin_changes u on u.reverts_id = c.id where c.group_id = '${group}'`,
      ),
    ).toBe(count);
  }, 60_000);

  it("A15: is refused to a viewer", async () => {
    const group = await carryOut({ kind: "set", values: { big: "7" } });
    await expect(preparedUndo(group, async () => viewer)).rejects.toThrow(Refused);
  });
});
