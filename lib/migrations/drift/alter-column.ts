// Pure: the statements that turn a column into another one of the same name.
import { columnSql, identitySql } from "@/lib/migrations/drift/column-definition";
import { addColumn, createSequence, ownSequence, tableOf } from "@/lib/migrations/drift/create-ddl";
import type { Column } from "@/lib/migrations/drift/objects";
import { qualified, quoted } from "@/lib/migrations/drift/quote";
import { alterSequence, sequenceOptions } from "@/lib/migrations/drift/sequence-sql";

export function alterColumn(found: Column, expected: Column): string {
  const table = `ALTER TABLE ${tableOf(expected)}`;
  if (found.generated || expected.generated) {
    const isKept = found.generated === "s" && !expected.generated;
    if (isKept && columnSql({ ...found, generated: "", expression: null }) === columnSql(expected))
      return `${table} ALTER COLUMN ${quoted(expected.name)} DROP EXPRESSION;`;
    return [`${table} DROP COLUMN ${quoted(expected.name)};`, addColumn(expected)].join("\n");
  }
  const alter = `${table} ALTER COLUMN ${quoted(expected.name)}`;
  return [
    ...(found.identity && !expected.identity ? [`${alter} DROP IDENTITY;`] : []),
    ...typeSteps(found, expected).map((step) => `${alter} ${step};`),
    ...defaultSteps(found, expected, alter),
    ...notNullSteps(found, expected).map((step) => `${alter} ${step};`),
    ...identitySteps(found, expected, alter),
  ].join("\n");
}

function typeSteps(found: Column, expected: Column): string[] {
  if (found.type === expected.type && found.collation === expected.collation) return [];
  const { type, collation } = expected;
  return [
    ...(found.expression === null ? [] : ["DROP DEFAULT"]),
    `TYPE ${type}${collation ? ` COLLATE ${collation}` : ""}${conversion(found, expected)}`,
  ];
}

/** An explicit cast would cut what is too long without a word, so there is none where Postgres needs none. */
function conversion(found: Column, { type, name }: Column): string {
  const isOneFamily = families.some((family) => family.test(found.type) && family.test(type));
  if (isOneFamily) return "";
  // From one enum to another there is no cast but by way of text.
  const isBuiltIn = !found.type.includes(".") && !type.includes(".");
  const through = isBuiltIn ? "" : type.endsWith("[]") ? "::text[]" : "::text";
  return ` USING ${quoted(name)}${through}::${type}`;
}

const families = [
  /^(text|character varying|character)(\(\d+\))?$/,
  /^(smallint|integer|bigint|numeric|real|double precision)(\([\d,]+\))?$/,
  /^(date|timestamp)\b/,
];

/** With the sequence that a serial's default takes its values from: made before, and its owner told after. */
function defaultSteps(found: Column, expected: Column, alter: string): string[] {
  const had = found.identity ? null : found.sequence;
  const wanted = expected.identity ? null : expected.sequence;
  const isSame = had && wanted && qualified(had) === qualified(wanted);
  // A new type began with dropping the default.
  const present = typeSteps(found, expected).length > 0 ? null : found.expression;
  const change =
    expected.expression === null ? "DROP DEFAULT" : `SET DEFAULT ${expected.expression}`;
  return [
    ...(wanted && !isSame ? [createSequence(expected)] : []),
    ...(present === expected.expression ? [] : [`${alter} ${change};`]),
    ...(wanted && !isSame ? [ownSequence(expected)] : []),
    ...(had && !isSame ? [`DROP SEQUENCE ${qualified(had)};`] : []),
    ...(isSame && sequenceOptions(had) !== sequenceOptions(wanted) ? [alterSequence(wanted)] : []),
  ];
}

function notNullSteps(found: Column, expected: Column): string[] {
  if (found.isNotNull === expected.isNotNull) return [];
  return [expected.isNotNull ? "SET NOT NULL" : "DROP NOT NULL"];
}

function identitySteps(found: Column, expected: Column, alter: string): string[] {
  const { identity, sequence: wanted } = expected;
  if (!identity || !wanted) return [];
  const had = found.identity ? found.sequence : null;
  if (!had) return [`${alter} ADD ${identitySql(identity, wanted)};`];
  const when = identity === "a" ? "ALWAYS" : "BY DEFAULT";
  return [
    ...(found.identity === identity ? [] : [`${alter} SET GENERATED ${when};`]),
    ...(had.name === wanted.name
      ? []
      : [`ALTER SEQUENCE ${qualified(had)} RENAME TO ${quoted(wanted.name)};`]),
    ...(sequenceOptions(had) === sequenceOptions(wanted) ? [] : [alterSequence(wanted)]),
  ];
}
