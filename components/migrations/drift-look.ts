// Server or client: verdicts on drift in words, each with the look of its severity.
import { counted } from "@/lib/model/counted";
import { type DriftReport, type DriftVerdict, driftVerdictOf } from "@/lib/model/migrations/drift";
import type { Severity } from "@/lib/model/migrations/status";

export const driftSeverities: Record<DriftVerdict, Severity> = {
  clean: "ok",
  drifted: "high",
  "cannot verify": "warn",
};

export const driftVerdictWords: Record<DriftVerdict, string> = {
  clean: "Clean",
  drifted: "Drifted",
  "cannot verify": "Cannot verify",
};

/** "3 differences from what the migrations make" */
export function driftHeadline(report: DriftReport): string {
  const { prefixes } = report;
  const differences = prefixes.reduce((sum, { drift }) => sum + drift.length, 0);
  const unverified = prefixes.filter(({ verdict }) => verdict === "cannot verify");
  switch (driftVerdictOf(report)) {
    case "drifted":
      return `${counted(differences, "difference")} from what the migrations make`;
    case "cannot verify":
      return `${unverified.map(({ prefix }) => prefix).join(", ")} cannot be verified`;
    case "clean":
      return "The database is what its migrations make";
  }
}

/** What was compared, and where else something was found. */
export function driftDetails({ prefixes, ms }: DriftReport): string {
  const objects = prefixes.reduce((sum, each) => sum + each.objects, 0);
  const snapshots = prefixes.reduce((sum, { snapshot }) => sum + snapshot.length, 0);
  const compared = `${counted(objects, "object")} compared in ${(ms / 1000).toFixed(1)} s.`;
  if (snapshots === 0) return compared;
  return `${compared} Snapshots differ from the migrations in ${counted(snapshots, "place")}.`;
}
