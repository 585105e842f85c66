// Server: what was typed into a search as conditions: on a resource's key, on its title, on its newest records.
import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { checkLiteral } from "@/lib/model/check-literal";
import { decodeRecordId } from "@/lib/model/literal";
import { fieldOf } from "@/lib/model/resource";
import { columnOf, keyEquals } from "@/lib/records/columns";
import { likeText } from "@/lib/records/like-text";
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
    const isBeginning = /^[\da-f]{8,32}$/i.test(text.replaceAll("-", ""));
    return isBeginning ? uuidBeginsWith(sql`${columnOf(registered, field.name)}`, text) : undefined;
  }
  const key = fields.length === 1 ? [text] : decodeRecordId(text, fields.length);
  const fits = key?.every((literal, index) => {
    const part = fields[index];
    return part && checkLiteral(part, literal) === undefined;
  });
  return key && fits ? keyEquals(registered, key) : undefined;
}

/** As a range, which an index has. @param beginning hexadecimal digits and hyphens, 32 digits at the most */
export function uuidBeginsWith(column: SQL, beginning: string): SQL {
  const digits = beginning.replaceAll("-", "");
  return sql`${column} between ${digits.padEnd(32, "0")} and ${digits.padEnd(32, "f")}`;
}

/** The words in their order, anywhere in the title; `undefined` for resources without one that may be told. */
export function titleCondition(registered: Registered, text: string): SQL | undefined {
  const searched = titleParts(registered)?.searched;
  if (!searched) return undefined;
  const pattern = `%${text.split(/\s+/).map(likeText).join("%")}%`;
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
