// Pure: which prefix an object belongs to: that whose migrations make it, else that which its table's name starts with.
import { type CatalogObject, keyOf, tableKeyOf } from "@/lib/migrations/drift/objects";

type Making = {
  /** Keys of what the replay made, and the prefix whose migrations first did. */
  makers: Map<string, string>;
  prefixes: string[];
  /** Each `schema.table`: made by drizzle itself. */
  ledgers: string[];
  /** Where unqualified names are made. */
  mainSchema: string | undefined;
};

/** `undefined` for what is nobody's: ledgers, other people's objects, partitions that were made while the app ran. */
export type OwnerOf = (object: CatalogObject) => string | undefined;

/** @param live what partitions of the live database are told by */
export function ownersBy(
  { makers, prefixes, ledgers, mainSchema }: Making,
  live: CatalogObject[],
): OwnerOf {
  const homes = homesOf(makers, mainSchema);
  const partitions = new Set(
    live.flatMap((object) =>
      object.source === "table" && object.row.bound !== null && !makers.has(keyOf(object))
        ? [keyOf(object)]
        : [],
    ),
  );
  return (object) => {
    const table = tableKeyOf(object);
    if (isLedger(object, ledgers) || (table && partitions.has(table))) return undefined;
    const maker = makers.get(keyOf(object)) ?? (table && makers.get(table));
    if (maker) return maker;
    const prefix = startsWithPrefix(object, prefixes);
    const home = prefix === undefined ? undefined : homes.get(prefix);
    return (home ?? new Set([mainSchema])).has(object.schema) ? prefix : undefined;
  };
}

/** The longest prefix that the object's table, or its own name, starts with. */
export function startsWithPrefix(
  { table, name }: CatalogObject,
  prefixes: string[],
): string | undefined {
  return prefixes
    .toSorted((a, b) => b.length - a.length)
    .find((prefix) => (table ?? name).startsWith(prefix));
}

/** The schemas that each prefix makes objects in: another one's tables may only be called alike. */
function homesOf(makers: Map<string, string>, mainSchema: string | undefined) {
  const homes = new Map<string, Set<string | undefined>>();
  for (const [key, prefix] of makers) {
    const [, schema]: [string, string] = JSON.parse(key);
    homes.set(prefix, (homes.get(prefix) ?? new Set([mainSchema])).add(schema));
  }
  return homes;
}

function isLedger({ schema, table, name, source }: CatalogObject, ledgers: string[]): boolean {
  const relation = table ?? (source === "sequence" ? name.replace(/_id_seq$/, "") : name);
  return ledgers.includes(`${schema}.${relation}`) || relation === "__drizzle_migrations";
}
