// Pure: how the objects of one database differ from those of another, a whole table being one difference.
import { alterDdl } from "@/lib/migrations/drift/alter-ddl";
import { createDdl, dropDdl } from "@/lib/migrations/drift/create-ddl";
import { type CatalogObject, keyOf, tableKeyOf } from "@/lib/migrations/drift/objects";
import type { Difference, ObjectKind } from "@/lib/model/migrations/drift";

export type ObjectPair = { found: CatalogObject; expected: CatalogObject };

/** Objects of one name and kind that are not equal. */
export function unequalPairs(found: CatalogObject[], expected: CatalogObject[]): ObjectPair[] {
  const byKey = new Map(found.map((object) => [keyOf(object), object]));
  return expected.flatMap((object) => {
    const present = byKey.get(keyOf(object));
    return !present || isAsGood(present, object) ? [] : [{ found: present, expected: object }];
  });
}

/** A constraint that was validated since is kept better than was asked for. */
function isAsGood(found: CatalogObject, expected: CatalogObject): boolean {
  return [found.definition, `${found.definition} NOT VALID`].includes(expected.definition);
}

/** What is said after an object's name when it is found or expected alone, or is found otherwise. */
export type Wording = Record<Difference["change"], string>;

/** In an order in which their statements can run one after another. */
export function differencesBetween(
  found: CatalogObject[],
  expected: CatalogObject[],
  wording: Wording,
): Difference[] {
  const differences = [
    ...lackingFrom(found, expected).map((object) => missing(object, expected, wording)),
    ...lackingFrom(expected, found).map((object) => extra(object, wording)),
    ...unequalPairs(found, expected).map((pair) => different(pair, found, wording)),
  ];
  return differences.toSorted((a, b) => rank(a) - rank(b));
}

/** Those of `wanted` that `objects` lacks, without the parts of tables that it lacks as a whole. */
function lackingFrom(objects: CatalogObject[], wanted: CatalogObject[]): CatalogObject[] {
  const present = new Set(objects.map(keyOf));
  const absent = wanted.filter((object) => !present.has(keyOf(object)));
  const tables = new Set(absent.flatMap((object) => (isTable(object) ? [keyOf(object)] : [])));
  return absent.filter((object) => isTable(object) || !tables.has(tableKeyOf(object) ?? ""));
}

function isTable({ source }: CatalogObject): boolean {
  return source === "table";
}

function missing(object: CatalogObject, expected: CatalogObject[], wording: Wording): Difference {
  return {
    ...named(object),
    change: "missing",
    live: null,
    expected: object.definition,
    sentence: `${subject(object)} ${wording.missing}.`,
    ddl: createDdl(object, expected),
  };
}

function extra(object: CatalogObject, wording: Wording): Difference {
  return {
    ...named(object),
    change: "extra",
    live: object.definition,
    expected: null,
    sentence: `${subject(object)} ${wording.extra}.`,
    ddl: dropDdl(object),
  };
}

function different(
  { found, expected }: ObjectPair,
  all: CatalogObject[],
  wording: Wording,
): Difference {
  return {
    ...named(expected),
    change: "different",
    live: found.definition,
    expected: expected.definition,
    sentence: `${subject(expected)} ${wrongness(found, expected) ?? wording.different}.`,
    ddl: alterDdl(found, expected, all),
  };
}

/** Said more exactly where there is a word for it. */
function wrongness(found: CatalogObject, expected: CatalogObject): string | undefined {
  if (found.source === "index" && expected.source === "index" && !found.row.isValid) {
    return found.row.definition === expected.row.definition
      ? "is invalid: its building failed or was interrupted, and no query uses it"
      : "is invalid, and has another definition";
  }
  if (found.definition === `${expected.definition} NOT VALID`)
    return "is not validated: rows from before it may break it";
  if (expected.definition === `${found.definition} NOT NULL`)
    return "takes NULL, which it should not";
  if (found.definition === `${expected.definition} NOT NULL`)
    return "refuses NULL, which it should take";
  if (found.source === "column")
    return `is ${found.definition}, and should be ${expected.definition}`;
  return undefined;
}

function named(object: CatalogObject): Pick<Difference, "kind" | "name" | "table"> {
  const { kind, table, name } = object;
  if (table === null) return { kind, name: shown(object, name) };
  return { kind, name, table: shown(object, table) };
}

function shown({ schema }: CatalogObject, name: string): string {
  return schema === "public" ? name : `${schema}.${name}`;
}

function subject(object: CatalogObject): string {
  const { kind, name, table } = named(object);
  const words = `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${name}`;
  return table === undefined ? words : `${words} of ${table}`;
}

const dependentsFirst: ObjectKind[] = [
  "trigger",
  "policy",
  "index",
  "view",
  "materialized view",
  "constraint",
  "column",
  "table",
];
const foundationsFirst: ObjectKind[] = [
  "enum",
  "domain",
  "composite type",
  "sequence",
  "function",
  "table",
  "column",
  "constraint",
  "view",
  "materialized view",
  "index",
  "trigger",
  "policy",
];

/** Dependents go, then everything is made from the ground up, then what nothing needs any more goes. */
function rank({ change, kind, live, expected }: Difference): number {
  const isReference = /^FOREIGN KEY/.test(expected ?? live ?? "") ? 0.5 : 0;
  if (change !== "extra") return 10 + foundationsFirst.indexOf(kind) + isReference;
  const place = dependentsFirst.indexOf(kind);
  return place < 0 ? 30 : place - isReference;
}
