// Pure: how far a run is, told event by event. Before the first one it is the plan.
import type { RunEvent } from "@/lib/model/migrations/run";
import type { Finding } from "@/lib/model/migrations/status";

/** What a person agrees to: a prefix's pending migrations in the order in which they run. */
export type PlannedPrefix = {
  prefix: string;
  label: string;
  /** Goes back to the server, which applies nothing else. */
  digest: string;
  migrations: { tag: string; statements: number }[];
};

export type MigrationProgress = { tag: string; statements: number } & (
  | { state: "planned" | "ran" | "undone" | "failed" }
  | { state: "running"; index: number; total: number; statement: string }
  /** Committed. */
  | { state: "applied"; ms: number }
);

export type PrefixProgress = {
  prefix: string;
  label: string;
  state:
    | "planned"
    | "waiting"
    | "running"
    | "applied"
    | "nothing to do"
    | "changed"
    | "refused"
    | "failed";
  migrations: MigrationProgress[];
  /** Of a refusal. */
  findings: Finding[];
  failed?: Extract<RunEvent, { kind: "failed" }>;
};

export function progressOf(plan: PlannedPrefix[]): PrefixProgress[] {
  return plan.map(({ prefix, label, migrations }) => ({
    prefix,
    label,
    state: "planned",
    migrations: migrations.map((migration) => ({ ...migration, state: "planned" })),
    findings: [],
  }));
}

export function advance(progress: PrefixProgress[], event: RunEvent): PrefixProgress[] {
  return progress.map((each) => (each.prefix === event.prefix ? advanced(each, event) : each));
}

function advanced(progress: PrefixProgress, event: RunEvent): PrefixProgress {
  switch (event.kind) {
    case "waiting":
    case "nothing to do":
    case "changed":
      return { ...progress, state: event.kind };
    case "refused":
      return { ...progress, state: event.kind, findings: event.findings };
    case "running": {
      const { index, total, statement } = event;
      const here = { state: "running", index, total, statement } as const;
      const migrations = progress.migrations.map((migration) => {
        if (migration.tag === event.tag) return { ...migration, ...here };
        return migration.state === "running" ? plain(migration, "ran") : migration;
      });
      return { ...progress, state: "running", migrations };
    }
    case "applied": {
      const migrations = progress.migrations.map((migration) =>
        migration.tag === event.tag
          ? { ...plain(migration, "planned"), state: event.kind, ms: event.ms }
          : migration,
      );
      return { ...progress, state: "applied", migrations };
    }
    case "failed": {
      const migrations = progress.migrations.map((migration) => {
        if (migration.tag === event.failure?.tag) return plain(migration, "failed");
        if (migration.state === "planned") return migration;
        return plain(migration, event.outcome === "rolled back" ? "undone" : "ran");
      });
      return { ...progress, state: "failed", migrations, failed: event };
    }
    case "recorded":
      return progress;
  }
}

function plain(
  { tag, statements }: MigrationProgress,
  state: "planned" | "ran" | "undone" | "failed",
): MigrationProgress {
  return { tag, statements, state };
}

/** How many migrations there are in all. */
export function countOf(plan: { migrations: unknown[] }[]): number {
  return plan.reduce((sum, { migrations }) => sum + migrations.length, 0);
}
