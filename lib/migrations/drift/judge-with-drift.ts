// Server: the status of every prefix, with what the last check for drift found as long as that holds.
import "server-only";
import { DatabaseUnavailable } from "@/lib/errors";
import { driftCheck } from "@/lib/migrations/drift/run-check";
import type { Judged } from "@/lib/migrations/prefix-status";
import { judgeAll } from "@/lib/migrations/status";
import { counted } from "@/lib/model/counted";
import type { LastDriftCheck, PrefixDrift } from "@/lib/model/migrations/drift";
import {
  bySeverity,
  type Finding,
  isWrong,
  type PrefixStatus,
  worstOf,
} from "@/lib/model/migrations/status";

type JudgedWithDrift = { judged: Judged[]; check: LastDriftCheck | undefined };

export async function judgeWithDrift(): Promise<JudgedWithDrift> {
  const judged = await judgeAll();
  const check = await lastCheck(judged.map(({ status }) => status));
  if (!check?.isCurrent) return { judged, check };
  const { prefixes } = check.report;
  return {
    judged: judged.map(({ facts, status }) => {
      const found = prefixes.find(({ prefix }) => prefix === status.prefix);
      return { facts, status: found ? withDrift(status, found) : status };
    }),
    check,
  };
}

/** A database that does not answer is told by the statuses. */
async function lastCheck(statuses: PrefixStatus[]): Promise<LastDriftCheck | undefined> {
  try {
    return await driftCheck.last(statuses);
  } catch (error) {
    if (error instanceof DatabaseUnavailable) return undefined;
    throw error;
  }
}

function withDrift(status: PrefixStatus, { drift }: PrefixDrift): PrefixStatus {
  if (drift.length === 0) return status;
  const finding = drifted(drift);
  return {
    ...status,
    severity: worstOf([status.severity, finding.severity]) ?? finding.severity,
    headline: isWrong(status.severity) ? status.headline : finding.headline,
    findings: [...status.findings, finding].toSorted(bySeverity),
  };
}

const differencesShown = 5;

function drifted(drift: PrefixDrift["drift"]): Finding {
  const rest = drift.length - differencesShown;
  return {
    state: "drift",
    severity: "high",
    headline: `The database differs from its migrations in ${counted(drift.length, "place")}`,
    sentence: "Somebody changed it by hand, or a migration did not do what it says.",
    evidence: [
      ...drift.slice(0, differencesShown).map(({ kind, name, table, sentence }) => ({
        label: [kind, table, name].filter(Boolean).join(" "),
        value: sentence,
      })),
      ...(rest > 0 ? [{ label: "And", value: `${rest} more` }] : []),
    ],
    remedy: "Migrations, Drift shows the SQL that closes each of them.",
  };
}
