import { count, eq, getTableName, isNotNull } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { credentialsFrom } from "@/lib/db/credentials";
import { appSettings, coachingSessions, progressTracking } from "@/lib/db/schema";
import { users } from "@/lib/fastapp/schema";
import { fillProgress } from "./bulk-progress";
import { fillSessions, RARE_WORD } from "./bulk-sessions";
import { fillSampleData, holdsSampleData, isEmpty } from "./fill";
import { sessionRows } from "./sessions";

const TODAY = new Date("2026-03-10T00:00:00Z");
const database = `sample_test_${process.pid}`;
const options = { ...credentialsFrom(process.env), max: 1, onnotice: () => {} };
const server = postgres(options);
const sql = postgres({ ...options, database });
const db = drizzle(postgres({ ...options, database }));

beforeAll(async () => {
  await server`create database ${server(database)}`;
  await migrate(db, {
    migrationsFolder: "lib/fastapp/drizzle-sql",
    migrationsTable: "base_migrations",
  });
  await migrate(db, { migrationsFolder: "drizzle-sql", migrationsTable: "ai_coach_migrations" });
});

afterAll(async () => {
  await Promise.all([sql.end(), db.$client.end()]);
  await server`drop database if exists ${server(database)} with (force)`;
  await server.end();
});

describe("the demo data", () => {
  it("fills empty tables exactly", async () => {
    expect(await isEmpty(sql)).toBe(true);
    expect(await holdsSampleData(sql)).toBe(false);
    const counts = await fillSampleData(sql, TODAY);
    expect(await isEmpty(sql)).toBe(false);
    expect(await holdsSampleData(sql)).toBe(true);
    expect(await db.$count(users)).toBe(counts.users);
    expect(await db.$count(coachingSessions)).toBe(counts.sessions);
    expect(await db.$count(progressTracking)).toBe(counts.progress);
    expect(await db.$count(appSettings)).toBe(counts.settings);

    for (const row of sessionRows(TODAY).slice(0, 50)) {
      const [stored] = await sql`
        select goals, notes, meta, created_at::text as created_at
        from ai_coach_some_sessions where id = ${row.id}`;
      expect(stored).toEqual({
        goals: row.goals,
        notes: row.notes,
        meta: row.meta,
        created_at: row.created_at.replace(/0+$/, ""),
      });
    }
  });

  it("is written whole or not at all", async () => {
    const before = await db.$count(progressTracking);
    await sql`delete from base_users`;
    await expect(fillSampleData(sql, TODAY)).rejects.toThrow(/duplicate key/);
    expect(await db.$count(users)).toBe(0);
    expect(await db.$count(progressTracking)).toBe(before);
  });

  it("goes through a client that drizzle has configured", async () => {
    await sql`truncate ${sql(
      [users, coachingSessions, progressTracking, appSettings].map(getTableName),
    )}, base_organisations cascade`;
    const { users: people } = await fillSampleData(db.$client, TODAY);
    expect(await db.$count(users)).toBe(people);
  });
});

describe("generated rows", () => {
  it("fill sessions up to a number, in states that fit their dates", async () => {
    const present = await db.$count(coachingSessions);
    expect(await fillSessions(sql, 20_000, TODAY)).toBe(20_000 - present);
    expect(await db.$count(coachingSessions)).toBe(20_000);
    const [odd] = await sql`
      select count(*) filter (where (completed_at is null) = (status = 'completed')) as completed,
        count(*) filter (where completed_at < scheduled_at) as backwards,
        count(*) filter (where updated_at < created_at) as changed,
        count(*) filter (where created_at > ${TODAY.toISOString()}) as ahead
      from ai_coach_some_sessions`;
    expect(odd).toEqual({ completed: "0", backwards: "0", changed: "0", ahead: "0" });
    const [rare] = await sql`
      select count(*) from ai_coach_some_sessions where notes like ${`%${RARE_WORD}%`}`;
    expect(rare).toEqual({ count: "2" });
  });

  it("have ties and gaps", async () => {
    const [found] = await sql<Record<string, number>[]>`
      select count(*)::int - count(distinct created_at)::int as ties,
        count(*)::int - count(scheduled_at)::int as undated,
        count(*)::int - count(notes)::int as silent,
        count(distinct user_id)::int as people
      from ai_coach_some_sessions`;
    for (const [name, number] of Object.entries(found ?? {})) {
      expect(number, name).toBeGreaterThan(100);
    }
  });

  it("link progress to the sessions of the same person", async () => {
    await fillProgress(sql, 10_000, TODAY);
    const links = await db
      .select({ isSame: eq(progressTracking.userId, coachingSessions.userId), rows: count() })
      .from(progressTracking)
      .leftJoin(coachingSessions, eq(coachingSessions.id, progressTracking.coachingSessionId))
      .where(isNotNull(progressTracking.coachingSessionId))
      .groupBy(eq(progressTracking.userId, coachingSessions.userId));
    expect(links).toEqual([{ isSame: true, rows: expect.any(Number) }]);
    expect(links[0]?.rows).toBeGreaterThan(1_000);
  });

  it("replace what was deleted, and add nothing to what is full", async () => {
    expect(await fillSessions(sql, 20_000, TODAY)).toBe(0);
    await sql`
      delete from ai_coach_some_sessions
      where id in (select id from ai_coach_some_sessions order by id limit 500)`;
    expect(await fillSessions(sql, 20_000, TODAY)).toBe(500);
    expect(await db.$count(coachingSessions)).toBe(20_000);
  });
});
