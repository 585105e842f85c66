// Pure: what a report depends on, in one hash: as long as it is the same, so would the report be.
import { createHash } from "node:crypto";
import { keyOf } from "@/lib/migrations/drift/objects";
import type { LiveDatabase } from "@/lib/migrations/shadow/live-database";
import type { Finding, PrefixStatus } from "@/lib/model/migrations/status";

export function fingerprintOf(
  statuses: PrefixStatus[],
  { surroundings, objects }: LiveDatabase,
): string {
  const { searchPath, extensions, majorVersion } = surroundings;
  const definitions = objects.map((object) => `${keyOf(object)} ${object.definition}`).toSorted();
  const parts = [
    searchPath,
    extensions.map(({ name, schema }) => [name, schema]),
    majorVersion,
    statuses.map(recordedFacts),
    definitions,
  ];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

/** Nothing that depends on the time or on how much is in the tables. */
function recordedFacts({ prefix, ledger, layout, migrations, findings }: PrefixStatus) {
  const isEdited = ({ state }: Finding) => state === "edited";
  const orphans = findings.filter(({ state }) => state === "orphan row");
  return [
    prefix,
    ledger,
    layout,
    migrations.map(({ tag, hash, when, isRecorded, isPending, findings: all }) => [
      tag,
      hash,
      when,
      isRecorded,
      isPending,
      all.some(isEdited),
    ]),
    orphans.map(({ evidence }) => evidence),
  ];
}
