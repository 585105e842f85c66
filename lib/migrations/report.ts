// Server: everything that pages show of one prefix, and of one of its migrations.
import "server-only";
import { judgeWithDrift } from "@/lib/migrations/drift/judge-with-drift";
import type { Facts } from "@/lib/migrations/facts";
import { simulate } from "@/lib/migrations/judge/simulate";
import type { Judged } from "@/lib/migrations/prefix-status";
import { readShape } from "@/lib/migrations/read/snapshots";
import { compareShapes } from "@/lib/migrations/schema/compare-shapes";
import type { SchemaShape } from "@/lib/migrations/schema/shape";
import { highlight } from "@/lib/migrations/sql/highlight";
import { receiptOf } from "@/lib/migrations/sql/receipt";
import type { Receipt } from "@/lib/model/migrations/lock-receipt";
import type { Simulation } from "@/lib/model/migrations/simulation";
import type { Statement, Token } from "@/lib/model/migrations/sql";
import {
  type MigrationStatus,
  type PrefixStatus,
  pendingOf,
  type SchemaChange,
  segmentOf,
} from "@/lib/model/migrations/status";

export type PrefixReport = {
  status: PrefixStatus;
  simulations: Simulation[];
  /** None when nothing is pending. */
  receipt: Receipt | undefined;
};

export async function prefixReport(prefix: string): Promise<PrefixReport | undefined> {
  const judged = await findJudged(prefix);
  if (!judged) return undefined;
  const { facts, status } = judged;
  return { status, simulations: simulate(facts), receipt: receiptFor([judged]) };
}

/** What all that is pending in these prefixes does together. */
export function receiptFor(judged: Judged[]): Receipt | undefined {
  const batch = judged.flatMap(({ facts, status }) =>
    pendingOf(status).map(({ tag }) => ({
      prefix: status.prefix,
      tag,
      statements: facts.files.find((file) => file.tag === tag)?.statements ?? [],
    })),
  );
  const [first] = judged;
  if (!first || batch.length === 0) return undefined;
  return receiptOf(batch, first.facts.catalog.live);
}

export type MigrationReport = {
  status: PrefixStatus;
  migration: MigrationStatus;
  statements: Statement[];
  /** The file's text, cut where its look changes; none when the file is missing. */
  tokens: Token[] | undefined;
  /** What it changes in the schema; `undefined` when a snapshot is missing. */
  changes: { since: string | null; list: SchemaChange[] } | undefined;
  newer: MigrationStatus | undefined;
  older: MigrationStatus | undefined;
};

/** @param segment of the address, as `segmentOf` makes it. */
export async function migrationReport(
  prefix: string,
  segment: string,
): Promise<MigrationReport | undefined> {
  const judged = await findJudged(prefix);
  const migration = judged?.status.migrations.find(
    (each) => segmentOf(judged.status, each) === segment,
  );
  if (!judged || !migration) return undefined;
  const { facts, status } = judged;
  const { position, sql } = migration;
  return {
    status,
    migration,
    statements: facts.files.find(({ tag }) => tag === migration.tag)?.statements ?? [],
    tokens: sql === null ? undefined : highlight(sql),
    changes: await schemaChanges(facts, position),
    newer: status.migrations[position + 1],
    older: status.migrations[position - 1],
  };
}

async function findJudged(prefix: string): Promise<Judged | undefined> {
  return (await judgeWithDrift()).judged.find(({ status }) => status.prefix === prefix);
}

/** From the nearest older snapshot, since real histories have gaps. */
async function schemaChanges(
  { journal, source, snapshots }: Facts,
  position: number,
): Promise<MigrationReport["changes"]> {
  if (journal.kind !== "read" || snapshots[position]?.kind !== "read") return undefined;
  const shapeAt = (index: number) =>
    readShape(source.path, journal.layout, journal.entries[index]?.tag ?? "");
  const after = await shapeAt(position);
  const before = snapshots.findLastIndex(({ kind }, index) => index < position && kind === "read");
  const shape: SchemaShape | undefined = before >= 0 ? await shapeAt(before) : [];
  if (!after || !shape || (before < 0 && position > 0)) return undefined;
  const since = before === position - 1 ? null : (journal.entries[before]?.tag ?? null);
  return { since, list: compareShapes(shape, after) };
}
