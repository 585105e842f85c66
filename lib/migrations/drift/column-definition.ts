// Pure: a column and its sequence in SQL's words, without what is so anyway.
import type { Column, Sequence } from "@/lib/migrations/drift/objects";
import { qualified } from "@/lib/migrations/drift/quote";
import { identityOptions, sequenceOptions } from "@/lib/migrations/drift/sequence-sql";

/** What follows the column's name. Of a serial the sequence is named, which SQL makes by statements of its own. */
export function columnDefinition(column: Column): string {
  const { identity, sequence } = column;
  const owns = sequence && !identity ? [`owning ${named(sequence)}`] : [];
  return [columnSql(column), ...owns].join(" ");
}

/** As `CREATE TABLE` and `ADD COLUMN` take it. */
export function columnSql(column: Column): string {
  const { type, collation, expression, identity, generated, sequence, isNotNull } = column;
  return [
    type,
    ...(collation ? [`COLLATE ${collation}`] : []),
    ...(expression !== null && !generated ? [`DEFAULT ${expression}`] : []),
    ...(generated ? [`GENERATED ALWAYS AS (${expression}) ${kinds[generated]}`] : []),
    ...(identity && sequence ? [identitySql(identity, sequence)] : []),
    ...(isNotNull ? ["NOT NULL"] : []),
  ].join(" ");
}

const kinds = { s: "STORED", v: "VIRTUAL" };

export function identitySql(identity: "a" | "d", sequence: Sequence): string {
  const when = identity === "a" ? "ALWAYS" : "BY DEFAULT";
  return `GENERATED ${when} AS IDENTITY (SEQUENCE NAME ${qualified(sequence)}${identityOptions(sequence)})`;
}

function named(sequence: Sequence): string {
  return `SEQUENCE ${qualified(sequence)}${sequenceOptions(sequence)}`;
}
