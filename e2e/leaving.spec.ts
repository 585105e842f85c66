// Leaving before an answer is there: nothing goes on in the database for somebody who has gone.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import type postgres from "postgres";
import { dataFolder } from "../scripts/setup/paths.mjs";
import { expect, test } from "./fixtures";

/** What a list may take at the most, less a little: what ends before was ended by nothing else. */
const budgetMs = 1_800;

type Way = { way: string; ask: (page: Page, table: string) => Promise<unknown> };

const ways: Way[] = [
  { way: "a page", ask: (page, table) => page.goto(`/${table}`) },
  {
    way: "a page asked for by a script",
    ask: (page, table) =>
      page.evaluate((address) => fetch(address, { headers: { rsc: "1" } }), `/${table}`),
  },
  {
    way: "rows for a table on screen",
    ask: (page, table) => page.evaluate((address) => fetch(address), `/api/rows/${table}`),
  },
];

test("F08: leaving ends the statements that were under way, and is no fault", async ({
  admin,
  sql,
}) => {
  test.setTimeout(180_000);
  const { page } = admin;
  const table = `base_${randomUUID().slice(0, 8)}`;
  await sql.unsafe(`create table ${table} (id int primary key)`);
  try {
    for (const { way, ask } of ways) {
      await test.step(way, () =>
        // What the catalog holds is remembered for half a minute; and a busy machine may leave too late.
        expect(async () => {
          await page.goto("/settings?view=list");
          expect(await lastedMs(sql, page, table, ask)).toBeLessThan(budgetMs);
        }).toPass({ timeout: 50_000 }),
      );
    }
    expect((await page.request.get(`/api/rows/${table}`)).status()).toBe(200);
    expect(readFileSync(path.join(dataFolder, "browser-server.log"), "utf8")).not.toContain(table);
  } finally {
    await sql.unsafe(`drop table ${table}`);
  }
});

/** How long the database worked for somebody who leaves while a lock holds up what they asked for. */
async function lastedMs(sql: postgres.Sql, page: Page, table: string, ask: Way["ask"]) {
  const locking = await sql.reserve();
  const look = async () => {
    const [row] = await sql<{ now: number; began: number | null }[]>`
      select extract(epoch from clock_timestamp())::float8 * 1000 as now,
        extract(epoch from min(query_start))::float8 * 1000 as began
      from pg_stat_activity
      where application_name = 'fastapp-admin' and state = 'active' and query like ${`%${table}%`}`;
    return row ?? { now: 0, began: null };
  };
  try {
    await locking.unsafe(`begin; lock table ${table} in access exclusive mode`);
    let isAnswered = false;
    const asking = ask(page, table)
      .catch(() => "left")
      .then(() => {
        isAnswered = true;
      });
    let first = await look();
    while (first.began === null && !isAnswered) first = await look();
    if (first.began === null) throw new Error("Nothing was asked of the table.");
    await page.goto("about:blank");
    await asking;
    let last = await look();
    while (last.began !== null) last = await look();
    return last.now - first.began;
  } finally {
    await locking`rollback`;
    locking.release();
  }
}
