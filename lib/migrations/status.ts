// Server: the status of every declared prefix's migrations, for pages. Only reads.
import "server-only";
import admin from "@/admin.config";
import { read } from "@/lib/db/client";
import { env } from "@/lib/env";
import { DatabaseUnavailable } from "@/lib/errors";
import { type Judged, judge, judgeWithoutDatabase } from "@/lib/migrations/prefix-status";
import { appliedTimes } from "@/lib/migrations/run/list-runs";
import { migrationSources } from "@/lib/migrations/sources";
import { migrationKey } from "@/lib/model/migrations/run";
import type { PrefixStatus } from "@/lib/model/migrations/status";

/** In the order in which the prefixes are migrated. A database that does not answer is a status too. */
export async function migrationStatus(): Promise<PrefixStatus[]> {
  return (await judgeAll()).map(({ status }) => status);
}

/** The statuses with what they were told from. */
export async function judgeAll(): Promise<Judged[]> {
  const sources = migrationSources(admin.prefixes, env());
  try {
    const [judged, times] = await Promise.all([judge(sources, read), appliedTimes()]);
    return judged.map((each) => withTimes(each, times.get(each.status.prefix)));
  } catch (error) {
    if (!(error instanceof DatabaseUnavailable)) throw error;
    return judgeWithoutDatabase(sources, error);
  }
}

/** A ledger of drizzle 0.x does not say when; runs that were recorded do. */
function withTimes({ facts, status }: Judged, times: Map<string, Date> | undefined): Judged {
  const migrations = status.migrations.map((migration) => ({
    ...migration,
    appliedAt: migration.appliedAt ?? times?.get(migrationKey(migration))?.toISOString() ?? null,
  }));
  return { facts, status: { ...status, migrations } };
}
