// Server: names for the ids of people, from the framework's users table, where there is one.
import "server-only";
import { type SQL, sql } from "drizzle-orm";
import admin from "@/admin.config";
import { read, type Transaction } from "@/lib/db/client";
import type { PeopleSource } from "@/lib/model/define-admin";
import type { Page } from "@/lib/model/page";

type People = Page["people"];

const maxFound = 20;
const searchDeadlineMs = 2_000;

/**
 * One query for a whole page. Ids that name nobody are left out, and so are all when the table cannot be read:
 * a list must not fail for want of names, and a failed statement would end its transaction.
 */
export async function namePeople(tx: Transaction, ids: string[]): Promise<People> {
  const source = admin.people;
  if (!source || ids.length === 0) return {};
  return select(tx, source, sql`${sql.identifier(source.id)} = any(${toArray(ids)})`, ids.length);
}

/** People whose name, one of its parts, or e-mail address begins with `search`, whatever its case. */
export async function findPeople(search: string): Promise<People> {
  const source = admin.people;
  if (!source) return {};
  const pattern = `${search.replace(/[\\%_]/g, "\\$&")}%`;
  const matches = [...source.name, source.email].map(
    (column) => sql`${sql.identifier(column)} ilike ${pattern}`,
  );
  const whole = sql`concat_ws(' ', ${nameColumns(source)}) ilike ${pattern}`;
  return read((tx) => select(tx, source, sql.join([...matches, whole], sql` or `), maxFound), {
    deadlineMs: searchDeadlineMs,
  });
}

async function select(
  tx: Transaction,
  source: PeopleSource,
  condition: SQL,
  limit: number,
): Promise<People> {
  if (!(await isReadable(tx, source.table))) return {};
  const rows = await tx.execute<{ id: string; name: string; email: string }>(sql`
    select ${sql.identifier(source.id)}::text as id,
      concat_ws(' ', ${nameColumns(source)}) as name,
      ${sql.identifier(source.email)} as email
    from ${sql.identifier(source.table)}
    where ${condition}
    limit ${sql.raw(String(limit))}`);
  return Object.fromEntries(rows.map(({ id, name, email }) => [id, { name, email }]));
}

function nameColumns(source: PeopleSource): SQL {
  return sql.join(
    source.name.map((column) => sql.identifier(column)),
    sql`, `,
  );
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
