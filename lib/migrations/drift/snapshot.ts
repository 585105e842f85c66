// Server: what the last recorded snapshot of a prefix would make, compared to what its migrations do make.
import "server-only";
import { readFile } from "node:fs/promises";
import { differencesBetween } from "@/lib/migrations/drift/compare-objects";
import { removeDdl } from "@/lib/migrations/drift/create-ddl";
import { fairlyComparable } from "@/lib/migrations/drift/fair-snapshot";
import { type CatalogObject, keyOf } from "@/lib/migrations/drift/objects";
import { snapshotPath } from "@/lib/migrations/read/snapshots";
import { unlessMissing } from "@/lib/migrations/read/unless-missing";
import { readWithin } from "@/lib/migrations/shadow/read-shadow";
import { runBatch, type Stage } from "@/lib/migrations/shadow/run-batch";
import { ShadowFailed } from "@/lib/migrations/shadow/shadow";
import type { Difference } from "@/lib/model/migrations/drift";
import { type PrefixStatus, recordedOf } from "@/lib/model/migrations/status";

type Comparison = { differences: Difference[]; caveat?: string };

/** @param made by the prefix's migrations, as it is in the shadow, which is left as it was */
export async function compareSnapshot(
  stage: Stage,
  status: PrefixStatus,
  made: CatalogObject[],
): Promise<Comparison> {
  const last = recordedOf(status).at(-1);
  // Those of v1 are of another form, which drizzle-kit 0.31 does not know.
  if (!last || status.layout !== "v0") return { differences: [] };
  const file = snapshotPath(status.folder, "v0", last.tag);
  const text = await unlessMissing(readFile(file, "utf8"));
  if (text === undefined) return { differences: [], caveat: `${last.tag} has no snapshot.` };
  const statements = await statementsFor(stage, text);
  if (typeof statements === "string") {
    return { differences: [], caveat: `The snapshot of ${last.tag} ${statements}.` };
  }
  const described = await describedBy(stage, statements, made);
  if (!described) {
    return { differences: [], caveat: `The snapshot of ${last.tag} cannot be made in a database.` };
  }
  const { found, expected } = fairlyComparable(made, described);
  return { differences: differencesBetween(found, expected, wording) };
}

const wording = {
  missing: "is in the snapshot, and no migration makes it",
  extra: "is made by a migration, and not in the snapshot",
  different: "is not made as the snapshot says",
};

/** Or why there are none. Schemas and roles are there by now, and belong to nobody. */
async function statementsFor({ shadow }: Stage, text: string): Promise<string[] | string> {
  try {
    const described = { ...JSON.parse(text), schemas: {}, roles: {} };
    return (await shadow.ddlOf(described)) ?? "is not compared: drizzle-kit is not installed here";
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof ShadowFailed) return "cannot be read";
    throw error;
  }
}

/** Makes it in the place of what the migrations made, and takes everything back. */
async function describedBy(
  stage: Stage,
  statements: string[],
  made: CatalogObject[],
): Promise<CatalogObject[] | undefined> {
  const { shadow, session } = stage;
  const isDescribable = ({ source }: CatalogObject) => describable.includes(source);
  const removal = made.filter(isDescribable).map(removeDdl).join("\n");
  let before: CatalogObject[] = [];
  let after: CatalogObject[] = [];
  const failure = await runBatch(stage, {
    begin: "begin",
    statements: [removal, ...statements],
    async afterStatement(index) {
      if (index > 0) return;
      before = await readWithin(shadow);
      await shadow.exec(session);
    },
    async finish() {
      after = await readWithin(shadow);
      await shadow.exec("rollback");
    },
  });
  if (failure) return undefined;
  const remaining = new Set(before.map(keyOf));
  return after.filter((object) => !remaining.has(keyOf(object)));
}

const describable = ["view", "table", "enum", "sequence"];
