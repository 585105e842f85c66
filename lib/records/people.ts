// Server: names for the ids of people, from the framework's users table, where there is one.
import "server-only";
import { type SQL, sql } from "drizzle-orm";
import admin from "@/admin.config";
import { read, type Transaction } from "@/lib/db/client";
import { checkLiteral } from "@/lib/model/check-literal";
import type { PeopleSource } from "@/lib/model/define-admin";
import { typeFacts } from "@/lib/model/field-kinds";
import { arrayLiteral } from "@/lib/model/literal";
import type { Page } from "@/lib/model/page";
import { likeText } from "@/lib/records/like-text";
import { requestSignal } from "@/lib/request-signal";

type People = Page["people"];

const maxFound = 20;
const searchDeadlineMs = 2_000;

/**
 * One query for a whole page. Ids that name nobody are left out, and so are all when the table cannot be read:
 * a list must not fail for want of names, and a failed statement would end its transaction.
 */
export async function namePeople(tx: Transaction, ids: string[]): Promise<People> {
  const source = admin.people;
  const type = source && ids.length > 0 && (await idType(tx, source));
  if (!type) return {};
  const known = ids.filter((id) => checkLiteral({ ...typeFacts(type), type }, id) === undefined);
  return select(
    tx,
    source,
    sql`${sql.identifier(source.id)} = any(${arrayLiteral(known)})`,
    ids.length,
  );
}

/** People whose name, one of its parts, or e-mail address begins with `search`, whatever its case. */
export async function findPeople(search: string): Promise<People> {
  const source = admin.people;
  if (!source || search.includes("\0")) return {};
  const pattern = `${likeText(search)}%`;
  const matches = [...source.name, source.email].map(
    (column) => sql`${sql.identifier(column)} ilike ${pattern}`,
  );
  const whole = sql`concat_ws(' ', ${nameColumns(source)}) ilike ${pattern}`;
  const condition = sql.join([...matches, whole], sql` or `);
  return read(
    async (tx) => ((await idType(tx, source)) ? select(tx, source, condition, maxFound) : {}),
    { deadlineMs: searchDeadlineMs, signal: requestSignal() },
  );
}

async function select(
  tx: Transaction,
  source: PeopleSource,
  condition: SQL,
  limit: number,
): Promise<People> {
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

let knownIdType: string | undefined;

/** `undefined` when there is no such table, or this dashboard may not read it. */
async function idType(tx: Transaction, { table, id }: PeopleSource): Promise<string | undefined> {
  if (knownIdType) return knownIdType;
  const [column] = await tx.execute<{ type: string }>(sql`
    select format_type(atttypid, atttypmod) as type from pg_attribute
    where attrelid = to_regclass(${table}) and attname = ${id}
      and has_table_privilege(attrelid, 'select')`);
  knownIdType = column?.type;
  return knownIdType;
}
