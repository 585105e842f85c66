// Server: what was typed into a search as conditions: on a resource's key, on its title, on its newest records.
import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { checkLiteral } from "@/lib/model/check-literal";
import { decodeRecordId } from "@/lib/model/literal";
import { fieldOf } from "@/lib/model/resource";
import { columnOf, keyEquals } from "@/lib/records/columns";
import { newestFirst, titleParts } from "@/lib/records/telling";
import type { Registered } from "@/lib/resources/registry";

/** Enough to be worth looking through, few enough to be looked through at once. */
const newestCount = 10_000;

/** The record with that id, or those whose uuid begins so; `undefined` where the key's type could not hold it. */
export function keyCondition(registered: Registered, text: string): SQL | undefined {
  const { resource } = registered;
  const fields = resource.key.flatMap((name) => fieldOf(resource, name) ?? []);
  const [field] = fields;
  if (fields.length === 1 && field?.kind === "uuid") {
    const range = uuidRange(text);
    const column = columnOf(registered, field.name);
    return range && sql`${column} between ${range.from} and ${range.to}`;
  }
  const key = fields.length === 1 ? [text] : decodeRecordId(text, fields.length);
  const fits = key?.every((literal, index) => {
    const part = fields[index];
    return part && checkLiteral(part, literal) === undefined;
  });
  return key && fits ? keyEquals(registered, key) : undefined;
}

/** Whole, or by its beginning: lists show the first 8 characters. */
function uuidRange(text: string): { from: string; to: string } | undefined {
  const digits = text.replaceAll("-", "").toLowerCase();
  if (!/^[\da-f]{8,32}$/.test(digits)) return undefined;
  return { from: digits.padEnd(32, "0"), to: digits.padEnd(32, "f") };
}

/** The words in their order, anywhere in the title; `undefined` for resources without one that may be told. */
export function titleCondition(registered: Registered, text: string): SQL | undefined {
  const searched = titleParts(registered)?.searched;
  if (!searched) return undefined;
  const words = text.split(/\s+/).map((word) => word.replace(/[\\%_]/g, "\\$&"));
  const pattern = `%${words.join("%")}%`;
  return sql`(${sql.join(
    searched.map((part) => sql`${part} ilike ${pattern}`),
    sql` or `,
  )})`;
}

/** In place of the table: the first records of its own order alone. */
export function newestOf(registered: Registered): SQL {
  return sql`(select * from ${registered.table} ${newestFirst(registered)}
    limit ${sql.raw(String(newestCount))}) as newest`;
}
