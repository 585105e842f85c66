// Pure: the statements that turn an object into another one of the same name.
import { alterColumn } from "@/lib/migrations/drift/alter-column";
import { createDdl, dropDdl, setFiring, tableOf } from "@/lib/migrations/drift/create-ddl";
import type { CatalogObject, ObjectOf } from "@/lib/migrations/drift/objects";
import { literal, qualified, quoted } from "@/lib/migrations/drift/quote";
import { alterSequence } from "@/lib/migrations/drift/sequence-sql";

/** @param all everything that is found, for what depends on the object */
export function alterDdl(
  found: CatalogObject,
  expected: CatalogObject,
  all: CatalogObject[],
): string {
  if (found.source === "column" && expected.source === "column")
    return alterColumn(found.row, expected.row);
  if (found.source === "enum" && expected.source === "enum") return alterEnum(found, expected, all);
  if (found.source === "domain" && expected.source === "domain")
    return alterDomain(found, expected);
  if (found.source === "composite type" && expected.source === "composite type")
    return alterAttributes(found, expected);
  if (expected.source === "sequence") return alterSequence(expected.row.sequence);
  if (found.source === "table" && expected.source === "table") return alterTable(found, expected);
  return inPlace(found, expected) ?? [dropDdl(found), createDdl(expected, [])].join("\n");
}

/** Where one property can be changed without making the object anew. */
function inPlace(found: CatalogObject, expected: CatalogObject): string | undefined {
  if (found.source === "index" && expected.source === "index")
    return isSamePrint(found, expected) ? `REINDEX INDEX ${qualified(expected)};` : undefined;
  if (found.source === "trigger" && expected.source === "trigger")
    return isSamePrint(found, expected) ? setFiring(expected) : undefined;
  if (found.source === "function" && expected.source === "function")
    return returnsOf(found) === returnsOf(expected) ? createDdl(expected, []) : undefined;
  if (expected.source === "constraint" && found.definition === `${expected.definition} NOT VALID`)
    return `ALTER TABLE ${tableOf(expected.row)} VALIDATE CONSTRAINT ${quoted(expected.name)};`;
  return undefined;
}

type Printed = { row: { definition: string } };

function isSamePrint(found: Printed, expected: Printed): boolean {
  return found.row.definition === expected.row.definition;
}

/** What `CREATE OR REPLACE` cannot replace. */
function returnsOf({ definition }: ObjectOf<"function">): string | undefined {
  return /^ RETURNS .*$/m.exec(definition)?.[0];
}

/** Values can be added where they belong; anything else takes a new type, and every column that has it. */
function alterEnum(
  found: ObjectOf<"enum">,
  expected: ObjectOf<"enum">,
  all: CatalogObject[],
): string {
  const name = qualified(expected);
  const had = found.row.labels ?? [];
  const wanted = expected.row.labels ?? [];
  const kept = wanted.filter((label) => had.includes(label));
  if (kept.length === had.length && kept.every((label, index) => label === had[index])) {
    return wanted
      .flatMap((label, index) => {
        if (had.includes(label)) return [];
        const before = wanted[index - 1];
        const place =
          before === undefined
            ? had[0] && ` BEFORE ${literal(had[0])}`
            : ` AFTER ${literal(before)}`;
        return [`ALTER TYPE ${name} ADD VALUE ${literal(label)}${place ?? ""};`];
      })
      .join("\n");
  }
  const old = { schema: found.schema, name: `${found.name}_before`.slice(-63) };
  return [
    `ALTER TYPE ${name} RENAME TO ${quoted(old.name)};`,
    createDdl(expected, []),
    ...all.flatMap((object) => (object.source === "column" ? retype(object, found, old) : [])),
    `DROP TYPE ${qualified(old)};`,
  ].join("\n");
}

function retype(
  { row }: ObjectOf<"column">,
  type: ObjectOf<"enum">,
  old: { schema: string; name: string },
): string[] {
  const names = [
    `${type.schema}.${type.name}`,
    qualified(type),
    `${type.schema}.${quoted(type.name)}`,
  ];
  const isArray = row.type.endsWith("[]");
  if (!names.includes(row.type.replace(/(\[\])+$/, ""))) return [];
  const present = { ...row, type: `${qualified(old)}${isArray ? "[]" : ""}` };
  return [alterColumn(present, { ...row, type: `${qualified(type)}${isArray ? "[]" : ""}` })];
}

function alterDomain(found: ObjectOf<"domain">, expected: ObjectOf<"domain">): string {
  const alter = `ALTER DOMAIN ${qualified(expected)}`;
  const { row: had } = found;
  const { row: wanted } = expected;
  if (had.type !== wanted.type || had.collation !== wanted.collation)
    return `-- The type below a domain cannot be changed: make ${qualified(expected)} anew as ${expected.definition}.`;
  const has = (row: typeof had, check: { name: string; definition: string }) =>
    row.checks?.some(
      ({ name, definition }) => name === check.name && definition === check.definition,
    );
  return [
    ...(had.checks ?? []).flatMap((check) =>
      has(wanted, check) ? [] : [`${alter} DROP CONSTRAINT ${quoted(check.name)};`],
    ),
    ...(wanted.checks ?? []).flatMap((check) =>
      has(had, check) ? [] : [`${alter} ADD CONSTRAINT ${quoted(check.name)} ${check.definition};`],
    ),
    ...(had.expression === wanted.expression
      ? []
      : [
          `${alter} ${wanted.expression === null ? "DROP DEFAULT" : `SET DEFAULT ${wanted.expression}`};`,
        ]),
    ...(had.isNotNull === wanted.isNotNull
      ? []
      : [`${alter} ${wanted.isNotNull ? "SET" : "DROP"} NOT NULL;`]),
  ].join("\n");
}

function alterAttributes(
  found: ObjectOf<"composite type">,
  expected: ObjectOf<"composite type">,
): string {
  const alter = `ALTER TYPE ${qualified(expected)}`;
  const had = found.row.attributes ?? [];
  const wanted = expected.row.attributes ?? [];
  const named = (list: typeof had, name: string) => list.find((each) => each.name === name);
  const typed = ({ type, collation }: (typeof had)[number]) =>
    collation ? `${type} COLLATE ${collation}` : type;
  return [
    ...had.flatMap(({ name }) =>
      named(wanted, name) ? [] : [`${alter} DROP ATTRIBUTE ${quoted(name)};`],
    ),
    ...wanted.flatMap((attribute) => {
      const present = named(had, attribute.name);
      const name = quoted(attribute.name);
      if (!present) return [`${alter} ADD ATTRIBUTE ${name} ${typed(attribute)};`];
      if (typed(present) === typed(attribute)) return [];
      return [`${alter} ALTER ATTRIBUTE ${name} TYPE ${typed(attribute)};`];
    }),
  ].join("\n");
}

function alterTable(found: ObjectOf<"table">, expected: ObjectOf<"table">): string {
  const alter = `ALTER TABLE ${qualified(expected)}`;
  const { row: had } = found;
  const { row: wanted } = expected;
  const structure = ({ partitionKey, bound, parents }: typeof had) =>
    JSON.stringify([partitionKey, bound, parents]);
  if (structure(had) !== structure(wanted))
    return `-- ${qualified(expected)} must be made anew, as ${expected.definition}, and its rows moved.`;
  return [
    ...(had.isUnlogged === wanted.isUnlogged
      ? []
      : [`${alter} SET ${wanted.isUnlogged ? "UNLOGGED" : "LOGGED"};`]),
    ...(had.hasRowSecurity === wanted.hasRowSecurity
      ? []
      : [`${alter} ${wanted.hasRowSecurity ? "ENABLE" : "DISABLE"} ROW LEVEL SECURITY;`]),
    ...(had.forcesRowSecurity === wanted.forcesRowSecurity
      ? []
      : [`${alter} ${wanted.forcesRowSecurity ? "FORCE" : "NO FORCE"} ROW LEVEL SECURITY;`]),
  ].join("\n");
}
