// Pure: how a database differs from what its recorded migrations make, and what a rehearsal of the pending ones shows.

export type ObjectKind =
  | "enum"
  | "domain"
  | "composite type"
  | "sequence"
  | "function"
  | "table"
  | "column"
  | "constraint"
  | "index"
  | "view"
  | "materialized view"
  | "trigger"
  | "policy";

export type Difference = {
  kind: ObjectKind;
  /** With its schema where that is not `public`; what belongs to a table goes by its own name. */
  name: string;
  table?: string;
  /** What is found, compared to what is expected. */
  change: "missing" | "extra" | "different";
  live: string | null;
  expected: string | null;
  sentence: string;
  /** Makes what is found what is expected. Nothing but a comment where there is no general way. */
  ddl: string;
};

export type DriftVerdict = "clean" | "drifted" | "cannot verify";

export type PrefixDrift = {
  prefix: string;
  verdict: DriftVerdict;
  /** Why it cannot be verified. */
  reasons: string[];
  /** Why what is expected may be wrong, or is not the whole. */
  caveats: string[];
  /** The database, compared to what the recorded migrations make. */
  drift: Difference[];
  /** What the recorded migrations make, compared to the last of their snapshots. */
  snapshot: Difference[];
  /** How many objects were compared. */
  objects: number;
};

export type DriftReport = {
  /** In ms since 1970. */
  at: number;
  ms: number;
  /** Of all that the report depends on. */
  fingerprint: string;
  prefixes: PrefixDrift[];
};

/** The last report since the server started; `isCurrent`: nothing that it depends on has changed since. */
export type Kept<Report> = { report: Report; isCurrent: boolean };

export type LastDriftCheck = Kept<DriftReport>;

export type DriftProgress =
  | { stage: "reading" | "starting" | "comparing" }
  | { stage: "replaying"; prefix: string; done: number; total: number };

/** One line of the answer to a check that was asked for. */
export type DriftEvent =
  | ({ kind: "progress" } & DriftProgress)
  | { kind: "done" }
  | { kind: "failed"; reason: string };

export function driftVerdictOf({ prefixes }: Pick<DriftReport, "prefixes">): DriftVerdict {
  const verdicts = prefixes.map(({ verdict }) => verdict);
  if (verdicts.includes("drifted")) return "drifted";
  return verdicts.includes("cannot verify") ? "cannot verify" : "clean";
}
