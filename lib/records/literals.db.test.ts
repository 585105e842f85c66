import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { read } from "@/lib/db/client";
import { deriveResource } from "@/lib/model/define-resource";
import type { Literal, Literals } from "@/lib/model/literal";
import { createRecord } from "@/lib/records/create";
import { getRecord } from "@/lib/records/get";
import { removeRecord } from "@/lib/records/remove";
import { revertChange } from "@/lib/records/revert";
import { testActor } from "@/lib/records/testing/actors";
import { createKinds, kinds, kindTypes } from "@/lib/records/testing/kinds";
import { literalsByColumn } from "@/lib/records/testing/literals";
import { run, succeeded, tableNamed } from "@/lib/records/testing/tables";
import { updateRecord } from "@/lib/records/update";
import type { Registered } from "@/lib/resources/registry";

const actor = testActor();
const tables: Record<string, Registered> = {};

beforeAll(async () => {
  await run(kindTypes + createKinds());
  tables.declared = { table: kinds, resource: deriveResource(kinds, { prefix: "base_" }) };
  tables.reflected = await tableNamed("base_kinds");
});

const columnTypes = new Map(
  Object.entries(literalsByColumn).map(([name]) => [
    name,
    kinds[name as keyof typeof literalsByColumn].getSQLType(),
  ]),
);

/** What Postgres itself makes of the literals, asked in plain SQL that shares nothing with the verbs. */
async function printed(values: Literals): Promise<Literals> {
  const casts = Object.entries(values).map(([name, literal]) => {
    const type = columnTypes.get(name)?.replace("base_Mood", '"base_Mood"');
    return literal === null
      ? `null as "${name}"`
      : `('${literal.replaceAll("'", "''")}'::${type})::text as "${name}"`;
  });
  const [row] = await read((tx) =>
    tx.execute<Record<string, Literal>>(sql.raw(`select ${casts.join(", ")}`)),
  );
  return { ...row };
}

async function stored(table: Registered, id: string): Promise<Literals> {
  const view = await getRecord(actor, table, id);
  if (!view) throw new Error("The record is gone.");
  const { id: _, ...literals } = view.literals;
  return literals;
}

const anyRecord = fc.record(
  Object.fromEntries(
    Object.entries(literalsByColumn).map(([name, literal]) => [
      name,
      fc.option(literal, { freq: 8 }),
    ]),
  ),
);

describe.each(["declared", "reflected"])("a literal in a %s table", (which) => {
  const table = () => tables[which] as Registered;

  it("is kept, changed, recorded and restored exactly, in a column of every kind", async () => {
    await fc.assert(
      fc.asyncProperty(anyRecord, anyRecord, async (first, second) => {
        const [before, after] = [await printed(first), await printed(second)];
        const created = succeeded(await createRecord(actor, table(), first));
        expect(await stored(table(), created.id)).toEqual(before);

        const same = await updateRecord(actor, table(), created.id, {
          values: before,
          seen: before,
        });
        expect(succeeded(same).changeId).toBeUndefined();

        const edit = { values: second, seen: before };
        const updated = succeeded(await updateRecord(actor, table(), created.id, edit));
        expect(await stored(table(), created.id)).toEqual(after);

        if (updated.changeId) succeeded(await revertChange(actor, updated.changeId));
        expect(await stored(table(), created.id)).toEqual(before);

        const view = await getRecord(actor, table(), created.id);
        const removed = succeeded(
          await removeRecord(actor, table(), created.id, view?.version ?? ""),
        );
        succeeded(await revertChange(actor, removed.changeId ?? ""));
        expect(await getRecord(actor, table(), created.id)).toEqual(view);
      }),
      { numRuns: 40, endOnFailure: true },
    );
  }, 120_000);
});
