// Pure: changes of types that cannot work, and types that are still in use.

import type { Step } from "@/lib/migrations/sql/batch";
import { columnOf, columnsOfType } from "@/lib/migrations/sql/known-tables";
import type { Rule } from "@/lib/migrations/sql/lint";
import { said } from "@/lib/migrations/sql/names";
import type { TableRef } from "@/lib/model/migrations/sql";

const texts = /^(text|character varying|character)\b/;
const others = new Set(
  `int2 int4 int8 numeric float4 float8 bool uuid date timestamp timestamptz time timetz interval
   json jsonb bytea inet cidr`.split(/\s+/),
);

/** drizzle-kit leaves USING out; Postgres casts text to other types only when told to. */
const castWithoutUsing: Rule = ({ steps, live }) =>
  steps.flatMap(({ statement, place, nameOf, isNew }, index) =>
    statement.facts.columnTypes.flatMap(({ table, column, type, hasUsing }) => {
      if (hasUsing || !others.has(type.name) || isNew(nameOf(table))) return [];
      const from = columnOf(live, table, column)?.type;
      if (!from || !texts.test(from)) return [];
      if (isChanged(table, column, steps.slice(0, index))) return [];
      return {
        rule: "cast-without-using",
        severity: "critical",
        headline: `${column} of ${said(table)} cannot become ${type.name} by itself`,
        sentence: `It is ${from}, and Postgres reads text as another type only when USING says how.`,
        remedy: "Say it in the migration, after looking at values that would not convert:",
        code: `ALTER TABLE "${table.name}" ALTER COLUMN "${column}" SET DATA TYPE ${type.name} USING "${column}"::${type.name};`,
        blocks: true,
        where: [place],
      };
    }),
  );

const droppedTypeInUse: Rule = (batch) =>
  batch.steps.flatMap(({ statement, place }, index) => {
    const types = statement.drops.filter(({ kind }) => kind === "type");
    if (!statement.kind.startsWith("Drop")) return [];
    return types.flatMap((type) => {
      const users = columnsOfType(batch.live, type).filter(
        ({ table, name }) => !isChanged(table, name, batch.steps.slice(0, index)),
      );
      if (users.length === 0) return [];
      const columns = users.map(({ table, name }) => `${said(table)}.${name}`).join(", ");
      const { cascades } = statement.facts;
      return {
        rule: "dropped-type-in-use",
        severity: "critical",
        headline: cascades
          ? `DROP TYPE ${type.name} CASCADE drops columns`
          : `The type ${type.name} is still in use`,
        sentence: cascades
          ? `CASCADE drops every column of this type with its values: ${columns}.`
          : `Postgres refuses to drop a type that columns have: ${columns}.`,
        remedy: "Change the type of these columns first, in this migration or one before.",
        blocks: !cascades && !statement.isConditional,
        where: [place],
      };
    });
  });

/** A column that the batch has dropped, or given another type, before. */
function isChanged(table: TableRef, column: string, before: Step[]): boolean {
  return before.some(({ statement: { facts, drops } }) => {
    const isRetyped = facts.columnTypes.some(
      (each) => each.column === column && each.table.name === table.name,
    );
    const isDropped = drops.some(
      (drop) =>
        (drop.kind === "table" && drop.name === table.name) ||
        (drop.kind === "column" && drop.name === column && drop.table === table.name),
    );
    return isRetyped || isDropped;
  });
}

export const typeRules = [castWithoutUsing, droppedTypeInUse];
