// Server: names for the ids of people, from the framework's users table, where there is one.
import "server-only";
import { sql } from "drizzle-orm";
import admin from "@/admin.config";
import type { Transaction } from "@/lib/db/client";
import type { Page } from "@/lib/model/page";

/**
 * One query for a whole page. Ids that name nobody are left out, and so are all when the table cannot be read:
 * a list must not fail for want of names, and a failed statement would end its transaction.
 */
export async function namePeople(tx: Transaction, ids: string[]): Promise<Page["people"]> {
  const source = admin.people;
  if (!source || ids.length === 0 || !(await isReadable(tx, source.table))) return {};
  const name = sql.join(
    source.name.map((column) => sql.identifier(column)),
    sql`, `,
  );
  const rows = await tx.execute<{ id: string; name: string; email: string }>(sql`
    select ${sql.identifier(source.id)}::text as id,
      concat_ws(' ', ${name}) as name,
      ${sql.identifier(source.email)} as email
    from ${sql.identifier(source.table)}
    where ${sql.identifier(source.id)} = any(${toArray(ids)})`);
  return Object.fromEntries(rows.map(({ id, name, email }) => [id, { name, email }]));
}

let knownReadable = false;

async function isReadable(tx: Transaction, table: string): Promise<boolean> {
  if (knownReadable) return true;
  const [row] = await tx.execute<{ readable: boolean }>(sql`
    select coalesce(has_table_privilege(to_regclass(${table}), 'select'), false) as readable`);
  knownReadable = row?.readable ?? false;
  return knownReadable;
}

/** As a Postgres array literal, whose elements take the type of the column they are compared with. */
function toArray(ids: string[]): string {
  return `{${ids.map((id) => `"${id.replace(/["\\]/g, "\\$&")}"`).join(",")}}`;
}
