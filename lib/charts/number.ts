// Server: the number in a value, exactly, as SQL. What is no number is NULL, never an error.
import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Field } from "@/lib/model/resource";

/** @param paths where a JSON value has it, the first that leads to a number: `$`, `$.score`, `$.parts.total` */
export function numberOf(field: Field, column: PgColumn, paths: string[]): SQL {
  switch (field.kind) {
    case "json":
      return fromJson(column, field.type === "jsonb", paths);
    case "integer":
      return sql`${column}::numeric`;
    case "decimal":
      return finite(sql`${column}`);
    case "float":
      // By way of its shortest text: a cast rounds to 15 digits.
      return finite(sql`${column}::text::numeric`);
    default:
      throw new Error(`Values of ${field.name} (${field.type}) are no numbers.`);
  }
}

function fromJson(column: PgColumn, isBinary: boolean, paths: string[]): SQL {
  const cases = paths.map((path) => {
    const at = stepsOf(path).reduce(
      (value, step) => sql`${value} -> ${step}::text`,
      sql`${column}`,
    );
    return isBinary
      ? sql`when jsonb_typeof(${at}) = 'number' then (${at})::numeric`
      : sql`when json_typeof(${at}) = 'number' then (${at})::text::numeric`;
  });
  return sql`case ${sql.join(cases, sql` `)} end`;
}

/** `$.parts.total` → `parts`, `total`. */
function stepsOf(path: string): string[] {
  const [root, ...steps] = path.split(".");
  if (root !== "$" || steps.includes("")) throw new Error(`"${path}" is no path such as $.score.`);
  return steps;
}

function finite(number: SQL): SQL {
  return sql`case when ${number} not in ('NaN', 'Infinity', '-Infinity') then ${number} end`;
}
