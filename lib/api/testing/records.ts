// Test support: tables and records that tests of the API speak of.
import { randomUUID } from "node:crypto";
import type { Answer, Call } from "@/lib/api/testing/client";
import { run } from "@/lib/records/testing/tables";

export const sessions = "/api/resources/sessions";

/** Must be made before the first look at the catalog, which is remembered. */
export async function createTables(): Promise<void> {
  await run(`
    create table base_exact (
      id bigint primary key, amount numeric, ratio double precision, small smallint, flag boolean,
      data jsonb, raw json, note text, password text, bytes bytea, at timestamptz, numbers int[],
      doubled bigint generated always as (id * 2) stored
    );
    create table base_pairs (a text, b text, note text, primary key (a, b));
    create table base_heap (note text);
    alter table base_exact add constraint no_zero check (amount <> 0)`);
}

type Made = Answer & { id: string; etag: string };

/** Adds a session over the API. */
export async function create(call: Call, values: object = {}): Promise<Made> {
  const body = JSON.stringify({ userId: randomUUID(), sessionType: "life", ...values });
  const answer = await call("POST", sessions, { body });
  if (answer.status !== 201) throw new Error(`The session was not made: ${answer.text}`);
  const { id } = JSON.parse(answer.text);
  return { ...answer, id, etag: answer.headers.get("etag") ?? "" };
}

export function changesOf(id: string) {
  return run(
    `select action, actor_name, request_id from admin_changes where record_id = '${id}' order by id`,
  );
}
