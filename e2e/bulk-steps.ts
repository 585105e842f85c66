// What tests of acts on many records begin with.
import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { test as base } from "./fixtures";

type BulkFixtures = {
  /** So many sessions of the test's own, which are gone when it is over. @returns the type that they alone have */
  addSessions: (count: number) => Promise<string>;
};

export const test = base.extend<BulkFixtures>({
  addSessions: async ({ sql }, use) => {
    const types: string[] = [];
    await use(async (count) => {
      const type = `bulk ${randomUUID().slice(0, 8)}`;
      types.push(type);
      // Older than all others, so that no other list has them on its first page.
      await sql`
        insert into ai_coach_some_sessions (user_id, session_type, status, notes, duration, created_at)
        select gen_random_uuid(), ${type}, 'pending', case when n % 2 = 0 then '' end, n, '2002-01-01'
        from generate_series(1, ${count}) as n`;
      return type;
    });
    await sql`delete from ai_coach_some_sessions where session_type = any(${types})`;
  },
});

export { expect } from "./fixtures";

export function statesOf(sql: postgres.Sql, type: string) {
  return sql`
    select status, count(*)::int from ai_coach_some_sessions
    where session_type = ${type} group by status order by status`.then((rows) => [...rows]);
}
