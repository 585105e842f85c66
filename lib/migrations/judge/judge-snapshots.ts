// Pure: whether drizzle-kit can go on from the snapshots, and whether schema.ts is ahead of the last one.
import type { Folder, MigrationSource, Snapshot } from "@/lib/migrations/facts";
import { changeWords, type Evidence, type Finding } from "@/lib/model/migrations/status";

/** The parent of the first snapshot. */
const origin = "00000000-0000-0000-0000-000000000000";

type Read = Extract<Snapshot, { kind: "read" }>;

export function judgeSnapshots(
  { snapshots, ungenerated }: Folder,
  source: MigrationSource,
): Finding[] {
  return [
    ...absent(snapshots),
    ...forks(snapshots, source),
    ...strangers(snapshots),
    ...ahead(ungenerated ?? []),
  ];
}

function absent(snapshots: Snapshot[]): Finding[] {
  const lost = snapshots.filter(({ kind }) => kind !== "read");
  if (lost.length === 0) return [];
  const isLastLost = snapshots.at(-1)?.kind !== "read";
  return [
    {
      state: "snapshot missing",
      severity: "warn",
      headline:
        lost.length === 1
          ? `The snapshot of ${lost[0]?.tag} is missing`
          : `${lost.length} snapshots are missing`,
      sentence: isLastLost
        ? "drizzle-kit generate compares with the newest snapshot there is, and would write down again what later migrations did."
        : "drizzle-kit cannot follow the chain of snapshots through the gap; what has run is not affected.",
      evidence: listed(
        lost,
        ({ tag }) => tag,
        (each) => (each.kind === "unreadable" ? `cannot be read: ${each.reason}` : "no such file"),
      ),
      remedy: "Restore the files from version control.",
    },
  ];
}

function forks(snapshots: Snapshot[], source: MigrationSource): Finding[] {
  const children = new Map<string, Read[]>();
  for (const snapshot of read(snapshots)) {
    // A merge of v1 names several parents, and joins what was forked.
    const [parent] = snapshot.parents;
    if (parent === undefined || snapshot.parents.length > 1) continue;
    children.set(parent, [...(children.get(parent) ?? []), snapshot]);
  }
  return [...children.values()]
    .filter((siblings) => siblings.length > 1)
    .map((siblings) => ({
      state: "snapshot forked",
      severity: "warn",
      headline: `${siblings.map(({ tag }) => tag).join(" and ")} start from the same snapshot`,
      sentence:
        "Two branches each generated a migration from one state; drizzle-kit generate stops with an error until one of them is generated anew.",
      evidence: siblings.map(({ tag, parents }) => ({
        label: tag,
        value: `prevId ${parents.join(", ")}`,
      })),
      remedy: `Remove the later migration from ${source.folder}, and generate it again from schema.ts.`,
    }));
}

function strangers(snapshots: Snapshot[]): Finding[] {
  const known = new Set([origin, ...read(snapshots).map(({ id }) => id)]);
  const broken = snapshots.filter((snapshot, index): snapshot is Read => {
    // Where the one before is missing, that says it already.
    const isExplained = index > 0 && snapshots[index - 1]?.kind !== "read";
    return (
      snapshot.kind === "read" &&
      !isExplained &&
      snapshot.parents.some((parent) => !known.has(parent))
    );
  });
  if (broken.length === 0) return [];
  return [
    {
      state: "broken parent",
      severity: "warn",
      headline:
        broken.length === 1
          ? `The snapshot of ${broken[0]?.tag} has an unknown parent`
          : `${broken.length} snapshots have an unknown parent`,
      sentence: "It was generated from a state that none of the other snapshots describes.",
      evidence: listed(
        broken,
        ({ tag }) => tag,
        ({ parents }) => `prevId ${parents.join(", ")}`,
      ),
      remedy: "Restore the snapshot that it was made from, or generate the migration again.",
    },
  ];
}

function ahead(changes: NonNullable<Folder["ungenerated"]>): Finding[] {
  if (changes.length === 0) return [];
  return [
    {
      state: "ungenerated",
      severity: "warn",
      headline:
        changes.length === 1
          ? "1 change of schema.ts has no migration"
          : `${changes.length} changes of schema.ts have no migration`,
      sentence:
        "The code expects what no migration makes; pages and queries may ask for columns that do not exist.",
      evidence: listed(
        changes,
        (_, index) => `Change ${index + 1}`,
        (each) => changeWords(each),
      ),
      remedy: "Write the migration:",
      code: "npm run generate",
    },
  ];
}

function read(snapshots: Snapshot[]): Read[] {
  return snapshots.filter((snapshot) => snapshot.kind === "read");
}

const evidenceShown = 12;

function listed<T>(
  values: T[],
  label: (value: T, index: number) => string,
  value: (value: T) => string,
): Evidence[] {
  const shown = values
    .slice(0, evidenceShown)
    .map((each, index) => ({ label: label(each, index), value: value(each) }));
  const rest = values.length - shown.length;
  return rest > 0 ? [...shown, { label: "And", value: `${rest} more` }] : shown;
}
