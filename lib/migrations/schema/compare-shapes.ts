// Pure: what differs between two shapes of a schema, as a person would list it.
import type { Entity, Part, SchemaShape } from "@/lib/migrations/schema/shape";
import type { SchemaChange } from "@/lib/model/migrations/status";

/** From `before` to `after`. A table that comes or goes is one change, with its columns in the definition. */
export function compareShapes(before: SchemaShape, after: SchemaShape): SchemaChange[] {
  return pairs(before, after, ({ kind, name }) => `${kind} ${name}`).flatMap(([old, now]) => {
    const { kind, name } = (now ?? old) as Entity;
    if (!old || !now) {
      const whole = wordsFor((now ?? old) as Entity);
      return [change({ kind, name }, old ? whole : null, now ? whole : null)];
    }
    return [
      ...(old.definition === now.definition
        ? []
        : [change({ kind, name }, old.definition, now.definition)]),
      ...partChanges(name, old.parts, now.parts),
    ];
  });
}

function partChanges(table: string, before: Part[], after: Part[]): SchemaChange[] {
  return pairs(before, after, ({ kind, name }) => `${kind} ${name}`).flatMap(([old, now]) => {
    if (old?.definition === now?.definition) return [];
    const { kind, name } = (now ?? old) as Part;
    return [change({ kind, name, table }, old?.definition ?? null, now?.definition ?? null)];
  });
}

function change(
  of: { kind: string; name: string; table?: string },
  before: string | null,
  after: string | null,
): SchemaChange {
  if (before === null) return { ...of, change: "added", before, after };
  return { ...of, change: after === null ? "removed" : "changed", before, after };
}

function wordsFor({ definition, parts }: Entity): string {
  const columns = parts.filter(({ kind }) => kind === "column").map(({ name }) => name);
  return [columns.join(", "), definition].filter(Boolean).join("; ");
}

/** What has the same key on both sides, in the order of `after`, then what only `before` has. */
function pairs<T>(
  before: T[],
  after: T[],
  keyOf: (each: T) => string,
): [before: T | undefined, after: T | undefined][] {
  const old = new Map(before.map((each) => [keyOf(each), each]));
  const kept = new Set(after.map(keyOf));
  return [
    ...after.map((each): [T | undefined, T] => [old.get(keyOf(each)), each]),
    ...before
      .filter((each) => !kept.has(keyOf(each)))
      .map((each): [T, undefined] => [each, undefined]),
  ];
}
