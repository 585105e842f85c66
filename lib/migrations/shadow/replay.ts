// Server: runs migrations in a shadow one after another, each as a transaction of its own.
import "server-only";
import {
  type BatchFailure,
  partsOf,
  runBatch,
  type Stage,
} from "@/lib/migrations/shadow/run-batch";
import type { MigrationStatus } from "@/lib/model/migrations/status";

/** Migrations of one prefix that run without one of another prefix in between. */
export type Stretch = { prefix: string; migrations: MigrationStatus[] };

export type ReplayFailure = {
  prefix: string;
  tag: string;
  /** From 1; 0 when there is no file to run. */
  statement: number;
  /** Of the statement. */
  text: string;
  code: string;
  message: string;
  position: number | null;
};

/** By the time at which they were generated, whosever they are. */
export function inOrderOfTime(stretches: Stretch[]): Stretch[] {
  const all = stretches.flatMap(({ prefix, migrations }) =>
    migrations.map((migration) => ({ prefix, migration })),
  );
  const ordered: Stretch[] = [];
  for (const { prefix, migration } of all.toSorted(
    (a, b) => (a.migration.when ?? 0) - (b.migration.when ?? 0),
  )) {
    const last = ordered.at(-1);
    if (last?.prefix === prefix) last.migrations.push(migration);
    else ordered.push({ prefix, migrations: [migration] });
  }
  return ordered;
}

type Watcher = {
  beforeMigration(prefix: string): void;
  /** With the prefix whose migrations have run. */
  afterStretch(prefix: string): Promise<void>;
};

/** A prefix ends at its first failure, and the others go on. */
export async function replay(
  stage: Stage,
  stretches: Stretch[],
  { beforeMigration, afterStretch }: Watcher,
): Promise<ReplayFailure[]> {
  const failures: ReplayFailure[] = [];
  for (const { prefix, migrations } of stretches) {
    for (const migration of migrations) {
      if (failures.some((failure) => failure.prefix === prefix)) break;
      beforeMigration(prefix);
      const failure = await runMigration(stage, migration);
      if (failure) failures.push({ prefix, tag: migration.tag, ...failure });
    }
    await afterStretch(prefix);
  }
  return failures;
}

async function runMigration(
  stage: Stage,
  { sql }: MigrationStatus,
): Promise<Omit<ReplayFailure, "prefix" | "tag"> | undefined> {
  if (sql === null) return noFile;
  const statements = partsOf(sql);
  const finish = () => stage.shadow.exec("commit");
  const failure = await runBatch(stage, { statements, begin: "begin", finish });
  if (!failure) return undefined;
  if (!needsNoTransaction.includes(failure.error.code)) return told(failure, statements);
  const second = await runBatch(stage, { statements });
  return second && told(second, statements);
}

const noFile = {
  statement: 0,
  text: "",
  code: "",
  message: "there is no such file",
  position: null,
};

/** CONCURRENTLY, and a value of an enum that is used as soon as it is added: both were carried out by hand. */
const needsNoTransaction = ["25001", "55P04"];

function told({ index, error }: BatchFailure, statements: string[]) {
  const { code, message, position } = error;
  return { statement: index + 1, text: statements[index]?.trim() ?? "", code, message, position };
}
