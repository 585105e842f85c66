import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, describe, expect, expectTypeOf, it } from "vitest";
import { closePool, db } from "@/lib/db/client";
import {
  type AppSettings,
  appSettings,
  coachingSessions,
  dbSchema,
  type ProgressTrackingInsert,
  progressTracking,
  type SomeSessions,
  type SomeSessionsInsert,
} from "@/lib/db/schema";

afterAll(() => closePool());

describe("the app's own tables in code", () => {
  it("takes the guide's three statements", async () => {
    const session: SomeSessionsInsert = {
      userId: randomUUID(),
      sessionType: "life",
      goals: ["sleep"],
      meta: { notes: ["a"] },
    };
    const [created] = await db.insert(coachingSessions).values(session).returning();
    if (!created) throw new Error("The insert returned no row.");
    expectTypeOf(created).toEqualTypeOf<SomeSessions>();
    expect(created).toMatchObject({ ...session, status: "pending", notes: null });
    expect(created.createdAt).toBeInstanceOf(Date);

    const found: SomeSessions[] = await db
      .select()
      .from(coachingSessions)
      .where(eq(coachingSessions.userId, session.userId));
    expect(found).toEqual([created]);

    await db
      .update(coachingSessions)
      .set({ status: "completed", updatedAt: new Date() })
      .where(eq(coachingSessions.id, created.id));
    const [updated] = await db
      .select()
      .from(coachingSessions)
      .where(eq(coachingSessions.id, created.id));
    expect(updated).toMatchObject({ id: created.id, status: "completed" });
  });

  it("has all three tables, also under the guide's key", async () => {
    expect(dbSchema.someSessions).toBe(coachingSessions);
    expect(await db.query.someSessions.findFirst()).toMatchObject({ sessionType: "life" });
    const progress: ProgressTrackingInsert = {
      userId: randomUUID(),
      metricType: "sleep",
      value: { hours: 7.5 },
    };
    const [entry] = await db.insert(progressTracking).values(progress).returning();
    expect(entry).toMatchObject(progress);
    const setting: Partial<AppSettings> = { key: "greeting", value: "Hello", isPublic: true };
    await db.insert(appSettings).values({ key: "greeting", value: "Hello", isPublic: true });
    expect(await db.select().from(appSettings)).toEqual([expect.objectContaining(setting)]);
  });
});
