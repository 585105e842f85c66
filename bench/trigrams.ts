// Bench: the indexes that a search needs, made and taken away again, whoever made them before.
import type postgres from "postgres";

const columns = ["notes", "session_type"];

/** @returns whether this server has the extension. */
export async function addTrigramIndexes(sql: postgres.Sql): Promise<boolean> {
  const [extension] = await sql`select from pg_available_extensions where name = 'pg_trgm'`;
  if (!extension) return false;
  await sql`create extension if not exists pg_trgm`;
  for (const column of columns) {
    await sql`create index on ai_coach_some_sessions using gin (${sql(column)} gin_trgm_ops)`;
  }
  await sql`vacuum (analyze) ai_coach_some_sessions`;
  return true;
}

export async function dropTrigramIndexes(sql: postgres.Sql): Promise<void> {
  const found = await sql<{ name: string }[]>`
    select i.indexrelid::regclass::text as name from pg_index i
    join pg_opclass o on o.oid = any(i.indclass::oid[])
    where i.indrelid = 'ai_coach_some_sessions'::regclass and o.opcname like '%trgm_ops'`;
  for (const { name } of found) await sql.unsafe(`drop index ${name}`);
}
