import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { advise } from "@/lib/advisor/advise";
import { acceptFindings, withdrawAcceptance } from "@/lib/advisor/decisions";
import { closePool } from "@/lib/db/client";
import { pgCode } from "@/lib/db/errors";
import type { Advice, SchemaFinding } from "@/lib/model/advice";
import { testActor } from "@/lib/records/testing/actors";
import { run } from "@/lib/records/testing/tables";

const [viewer, editor] = [testActor("viewer"), testActor("editor")];

const times = `created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()`;

const wellMade = `
  create table base_places (
    id uuid primary key default gen_random_uuid(), name varchar(80) not null unique, ${times});
  create table base_visits (
    id uuid primary key default gen_random_uuid(), ended_at timestamptz, stripe_charge_id text,
    place_id uuid not null references base_places (id), notes jsonb not null default '{}', ${times});
  create index base_visits_place_id_idx on base_visits (place_id, ended_at);
  create table base_place_tags (
    place_id uuid references base_places (id), tag varchar(20), primary key (place_id, tag));
  create table base_visit_events (
    id bigint primary key generated always as identity, at timestamptz default now(),
    visit_id uuid not null references base_visits (id), payload jsonb);
  create index base_visit_events_visit_id_idx on base_visit_events (visit_id);
  create function base_refuse() returns trigger language plpgsql as $$
    begin raise exception 'a journal'; end $$;
  create trigger base_visit_events_append_only before update or delete on base_visit_events
    for each statement execute function base_refuse();`;

const spoiled = `
  create table base_shops (shop_id smallserial primary key, ${times});
  create table "base_spoiledThings" (
    a text, "order" integer, "someName" varchar, data1 text, meta jsonb, at timestamp(3),
    place_id uuid, visit_id text, mystery_id uuid, shop_id smallint references base_shops);
  insert into "base_spoiledThings" (place_id) select gen_random_uuid() from generate_series(1, 3);
  create table base_crowded (
    id uuid primary key default gen_random_uuid(), status text, kind text, name text, ${times});
  insert into base_crowded (status) select 'x' from generate_series(1, 2000);
  insert into base_crowded (name) select 'same' from generate_series(1, 2);
  create index base_crowded_status_idx on base_crowded (status);
  create index base_crowded_status_again_idx on base_crowded (status);
  create index base_crowded_status_kind_idx on base_crowded (status, kind);
  create index base_crowded_lower_idx on base_crowded (lower(status));
  create index base_crowded_some_idx on base_crowded (status) where kind is null;
  create table loose_things (id uuid primary key);
  create table base_a_name_that_goes_on_and_on_until_postgres_keeps_no_more_x (
    id uuid primary key, ${times});
  select setval('base_shops_shop_id_seq', 30000);
  insert into admin_column_uses (table_name, column_name, use, count, last_at)
    values ('public.base_crowded', 'kind', 'sort', 30, now()),
      ('public.base_crowded', 'kind', 'filter', 12, now()),
      ('public.base_crowded', 'name', 'sort', 3, now());
  analyze base_crowded;`;

beforeAll(async () => {
  await run(wellMade);
  await run(spoiled);
});

afterAll(() => closePool());

function of(advice: Advice, table: string): SchemaFinding[] {
  return advice.findings.filter(
    ({ object }) => object === `public.${table}` || object.startsWith(`public.${table}.`),
  );
}

async function found(table: string): Promise<string[]> {
  const findings = of(await advise(), table);
  return findings.map(({ rule, object, severity }) => {
    return `${severity} ${rule} ${object.slice(`public.${table}`.length + 1)}`.trim();
  });
}

describe("tables that are well made", () => {
  it.each(["base_places", "base_visits", "base_place_tags", "base_visit_events"])(
    "give no finding: %s",
    async (table) => expect(await found(table)).toEqual([]),
  );
});

describe("tables that are not", () => {
  it("are found out, worst first", async () => {
    expect(await found("base_spoiledThings")).toEqual([
      "high no-primary-key",
      "high reference-without-constraint place_id",
      "warn reference-without-constraint visit_id",
      "info reference-without-constraint mystery_id",
      "info foreign-key-without-index shop_id",
      "info missing-times created_at",
      "info missing-times updated_at",
      "info timestamp-without-zone at",
      "info varchar-without-length someName",
      "info json-without-default meta",
      "info snake-case",
      "info snake-case someName",
      "info reserved-word order",
      "info vague-name a",
      "info vague-name data1",
    ]);
    expect(await found("base_shops")).toEqual([
      "high key-runs-out shop_id",
      "info missing-id",
      "info number-as-key shop_id",
    ]);
    expect(await found("loose_things")).toEqual(["info without-prefix"]);
  });

  it("tell the rows that point at nothing", async () => {
    const findings = of(await advise(), "base_spoiledThings");
    const reference = findings.find(({ object }) => object.endsWith(".place_id"));
    expect(reference?.sentence).toBe("3 rows point at a row that does not exist.");
    expect(reference?.fix.drizzle).toBe('placeId: uuid("place_id").references(() => places.id),');
    const mismatch = findings.find(({ object }) => object.endsWith(".visit_id"));
    expect(mismatch?.sentence).toContain("It is text and base_visits.id is uuid");
  });

  it("have indexes too many and one too few", async () => {
    expect(await found("base_crowded")).toEqual([
      "warn duplicate-index base_crowded_status_again_idx",
      "info used-without-index kind",
      "info duplicate-index base_crowded_status_idx",
    ]);
  });

  it("have names that Postgres cut", async () => {
    const table = "base_a_name_that_goes_on_and_on_until_postgres_keeps_no_more_x";
    expect(await found(table)).toEqual([]);
    await run(`create index ${table}_created_at_index on ${table} (created_at)`);
    expect(await found(table)).toEqual([expect.stringMatching(/^info long-name base_a_name/)]);
  });

  it("have an index whose building failed", async () => {
    await run(
      "create unique index base_crowded_name_idx on base_crowded (name) where name <> 'same'",
    );
    await run(`update pg_index set indisvalid = false
      where indexrelid = 'base_crowded_name_idx'::regclass`);
    expect(await found("base_crowded")).toContain("high invalid-index base_crowded_name_idx");
    await run("drop index base_crowded_name_idx");
  });
});

describe("a remedy in SQL", () => {
  it("mends what it is given for", async () => {
    await run(`create table base_remedies (code integer not null unique, meta jsonb, "Big" varchar,
      at timestamp, visit_id uuid, ${times})`);
    for (let round = 0; round < 3; round++) {
      for (const { fix } of of(await advise(), "base_remedies")) {
        const statements = (fix.sql ?? "").replaceAll(" CONCURRENTLY", "");
        // A later remedy may name what an earlier one renamed: then it comes in the next round.
        await run(statements).catch((error: unknown) => expect(pgCode(error)).toMatch(/^42/));
      }
    }
    expect(await found("base_remedies")).toEqual(["info number-as-key id"]);
  });
});

describe("a finding that is accepted", () => {
  const finding = { rule: "missing-id", object: "public.base_shops" };
  const isOpen = async () =>
    (await advise()).findings.some(
      ({ rule, object }) => rule === finding.rule && object === finding.object,
    );

  it("is set apart with who and why, until that is withdrawn", async () => {
    await acceptFindings(editor, [finding], "It is called so everywhere.");
    expect(await isOpen()).toBe(false);
    const { accepted } = await advise();
    expect(accepted).toMatchObject([
      { finding, acceptance: { actorName: editor.name, reason: "It is called so everywhere." } },
    ]);
    await withdrawAcceptance(editor, finding);
    expect(await isOpen()).toBe(true);
    expect((await advise()).accepted).toEqual([]);
  });

  it("is not a viewer's to decide on", async () => {
    await expect(acceptFindings(viewer, [finding], "Why not")).rejects.toThrow("viewer");
    await expect(withdrawAcceptance(viewer, finding)).rejects.toThrow("viewer");
    expect(await isOpen()).toBe(true);
  });

  it("keeps every decision", async () => {
    await withdrawAcceptance(editor, { rule: "missing-id", object: "public.no_such" });
    const rows = await run("select decision, actor_id from admin_finding_decisions order by id");
    expect(rows).toEqual([
      { decision: "accepted", actor_id: editor.id },
      { decision: "withdrawn", actor_id: editor.id },
    ]);
    const error = await run("delete from admin_finding_decisions").catch(
      (reason: unknown) => reason,
    );
    expect(pgCode(error)).toBe("42501");
  });
});
