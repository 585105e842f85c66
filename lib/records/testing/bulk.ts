// Test support: acts on many records, followed to their end, and a table of 2,500 to act on.
import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { read } from "@/lib/db/client";
import type { BulkAct, BulkLine } from "@/lib/model/bulk";
import { everything } from "@/lib/model/filter/filter";
import { type Matching, parseMatching } from "@/lib/model/list-params";
import type { WriteFailure } from "@/lib/model/write-result";
import { type BulkRun, preparedBulk, type StartedRun } from "@/lib/records/bulk/run";
import type { Selected } from "@/lib/records/bulk/walk";
import { testActor } from "@/lib/records/testing/actors";
import { run, tableNamed } from "@/lib/records/testing/tables";
import { adminChanges } from "@/lib/store/schema";

export const everyRecord: Selected = { matching: { where: everything, search: "" } };
export const setNote: BulkAct = { kind: "set", values: { note: "all" } };
export const bulkTable = () => tableNamed("base_bulk");

export function makeBulkTables() {
  return run(`
    create table base_bulk (
      a text, "B" integer, note text, amount numeric(10, 2), state text not null default 'new',
      "apiKey" text, updated_at timestamptz not null default '2020-01-01 00:00:00.000001+00',
      primary key (a, "B"), constraint no_big check (amount is distinct from 7 or "B" <> 13),
      constraint one_loud unique (state, "B")
    );
    create table base_bulk_lines (id integer primary key, a text, b integer,
      foreign key (a, b) references base_bulk on delete cascade);
    create table base_bulk_kept (id integer primary key, a text, b integer,
      foreign key (a, b) references base_bulk);
  `);
}

/** Anew, with ties in the first part of the key, over more than two chunks. */
export async function fillBulkTable(): Promise<void> {
  await run("truncate base_bulk, base_bulk_lines, base_bulk_kept");
  await run(`insert into base_bulk (a, "B", note, amount)
    select 'k' || (n % 3), n, case when n % 5 = 0 then null when n % 5 = 1 then '' else 'note' end, n
    from generate_series(1, 2500) as n`);
}

/** Those of the table that a filter finds. */
export async function matching(where: string): Promise<{ matching: Matching }> {
  const parsed = parseMatching((await bulkTable()).resource, { where });
  if (parsed.notices.length > 0) throw new Error(parsed.notices.join(" "));
  return { matching: parsed.matching };
}

type Asked = Partial<BulkRun> & { act: BulkAct; table?: string };

/** By an owner, on every record, unless something else is asked for. */
export async function bulk(
  { table = "base_bulk", ...asked }: Asked,
  following?: Following,
): Promise<Followed & { refused?: WriteFailure }> {
  const started = await preparedBulk(await tableNamed(table), {
    selected: everyRecord,
    promised: 1_000_000,
    submissionId: randomUUID(),
    actorNow: async () => testActor("owner"),
    ...asked,
  });
  if (typeof started !== "function") return { refused: started, lines: [], group: "" };
  return follow(started, following);
}

export type Following = { onProgress?: () => void; stop?: AbortController };

type Followed = {
  lines: BulkLine[];
  /** Of those about progress. */
  last?: BulkLine | undefined;
  end?: BulkLine | undefined;
  /** Empty where it did not begin. */
  group: string;
};

export async function follow(
  started: StartedRun,
  { onProgress, stop = new AbortController() }: Following = {},
): Promise<Followed> {
  const lines: BulkLine[] = [];
  await started((line) => {
    lines.push(line);
    if (line.kind === "progress") onProgress?.();
  }, stop.signal);
  const [begun] = lines;
  const last = lines.findLast((line) => line.kind === "progress");
  return { lines, last, end: lines.at(-1), group: begun?.kind === "begun" ? begun.group : "" };
}

export function changesOf(group: string) {
  return read((tx) => tx.select().from(adminChanges).where(eq(adminChanges.groupId, group)));
}
