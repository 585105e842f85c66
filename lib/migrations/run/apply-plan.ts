// Server: what applying would do now: the plan, or why there is none, and the backup that belongs before it. Only reads.
import "server-only";
import { read } from "@/lib/db/client";
import { env } from "@/lib/env";
import { backupCommand } from "@/lib/migrations/run/backup-command";
import { backupTables } from "@/lib/migrations/run/backup-tables";
import { digestOf, refusalsOf } from "@/lib/migrations/run/plan";
import type { PlannedPrefix } from "@/lib/model/migrations/run-progress";
import {
  type Finding,
  type PrefixStatus,
  pendingOf,
  problemsOf,
} from "@/lib/model/migrations/status";

type ApplyPlan = {
  prefixes: PlannedPrefix[];
  /** Prefixes that a run would refuse; with one of them nothing is applied. */
  refused: { status: PrefixStatus; findings: Finding[] }[];
};

/** @param isAlone without the prefixes that are migrated before, whose migrations these may wait for */
export function applyPlanOf(statuses: PrefixStatus[], isAlone: boolean): ApplyPlan {
  const refused = statuses.flatMap((status) => {
    const waits = isAlone ? problemsOf(status).filter(({ finding }) => isWaiting(finding)) : [];
    const findings = [...refusalsOf(status), ...waits.map(({ finding }) => finding)];
    return findings.length > 0 ? [{ status, findings }] : [];
  });
  const prefixes = statuses.flatMap((status) => {
    const { prefix, label } = status;
    const migrations = pendingOf(status).map(({ tag, statements }) => ({ tag, statements }));
    return migrations.length > 0 ? [{ prefix, label, digest: digestOf(status), migrations }] : [];
  });
  return { prefixes, refused };
}

function isWaiting({ state, blocks }: Finding): boolean {
  return state === "blocked" && !blocks;
}

/** No command when none of the tables that are touched exists. @throws DatabaseUnavailable */
export async function backupFor(
  statuses: PrefixStatus[],
): Promise<{ command?: string; tables: number }> {
  const tables = await read((tx) => backupTables(tx, statuses));
  if (tables.length === 0) return { tables: 0 };
  const [first] = statuses.flatMap(pendingOf);
  const command = backupCommand(env().database, tables, `before-${first?.tag ?? "migrations"}`);
  return { command, tables: tables.length };
}
