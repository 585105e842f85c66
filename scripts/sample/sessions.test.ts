import { getTableColumns } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { coachingSessions } from "@/lib/db/schema";
import { instantOf } from "./calendar";
import { samplePeople } from "./people";
import { SESSION_TYPES } from "./session-row";
import { sessionRows } from "./sessions";

const TUESDAY = new Date("2026-03-10T00:00:00Z");
const SUNDAY = new Date("2026-08-16T00:00:00Z");

const withoutDates = (today: Date) =>
  sessionRows(today)
    .map(({ id, user_id, session_type, status, notes }) => [
      id,
      user_id,
      session_type,
      status,
      notes,
    ])
    .sort();

describe.each([TUESDAY, SUNDAY])("sessions around %s", (today) => {
  const rows = sessionRows(today);

  it("are the same each time", () => {
    expect(sessionRows(today)).toEqual(rows);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  it("fill every column of the table", () => {
    const columns = Object.values(getTableColumns(coachingSessions)).map(({ name }) => name);
    for (const row of rows) expect(Object.keys(row).sort()).toEqual([...columns].sort());
  });

  it("are some hundred, of all types and states, from five months ago to four weeks ahead", () => {
    expect(rows.length).toBeGreaterThan(380);
    expect(rows.length).toBeLessThan(500);
    expect(new Set(rows.map((row) => row.session_type))).toEqual(new Set(SESSION_TYPES));
    expect(new Set(rows.map((row) => row.status)).size).toBe(4);
    const days = rows
      .flatMap((row) => row.scheduled_at ?? [])
      .map((at) => (instantOf(at) - today.getTime()) / 86_400_000);
    expect(Math.min(...days)).toBeGreaterThan(-155);
    expect(Math.min(...days)).toBeLessThan(-130);
    expect(Math.max(...days)).toBeGreaterThan(20);
    expect(Math.max(...days)).toBeLessThan(30);
  });

  it("lie in working hours on weekdays", () => {
    for (const { scheduled_at } of rows) {
      if (!scheduled_at) continue;
      const start = new Date(instantOf(scheduled_at));
      expect(start.getUTCDay() % 6, scheduled_at).not.toBe(0);
      expect(start.getUTCHours(), scheduled_at).toBeGreaterThanOrEqual(7);
      expect(start.getUTCHours(), scheduled_at).toBeLessThan(17);
    }
  });

  it("have a state that fits their date", () => {
    const now = today.getTime();
    for (const row of rows) {
      const start = row.scheduled_at === null ? null : instantOf(row.scheduled_at);
      const end = row.completed_at === null ? null : instantOf(row.completed_at);
      expect(end !== null, row.id).toBe(row.status === "completed");
      if (start === null) expect(row.status, row.id).toBe("pending");
      else if (start < now) expect(["completed", "cancelled"], row.id).toContain(row.status);
      else expect(row.status, row.id).not.toBe("completed");
      if (start !== null && end !== null) {
        expect(row.notes, row.id).toBeTruthy();
        expect(row.duration, row.id).toBeGreaterThanOrEqual(25);
        expect(row.duration, row.id).toBeLessThanOrEqual(90);
        expect(end - start, row.id).toBeGreaterThanOrEqual((row.duration ?? 0) * 60_000);
      }
    }
  });

  it("were created before they changed, and changed before today", () => {
    for (const { id, created_at, updated_at, scheduled_at } of rows) {
      expect(updated_at >= created_at, id).toBe(true);
      expect(instantOf(updated_at), id).toBeLessThan(today.getTime());
      if (scheduled_at) expect(created_at < scheduled_at, id).toBe(true);
    }
  });
});

describe("sessions", () => {
  it("differ from day to day in their dates alone", () => {
    expect(withoutDates(SUNDAY)).toEqual(withoutDates(TUESDAY));
  });

  it("carry what pages must cope with", () => {
    const rows = sessionRows(TUESDAY);
    const notes = rows.flatMap((row) => row.notes ?? []);
    expect(notes.some((note) => note.length > 3_500)).toBe(true);
    for (const script of [
      /\p{Script=Arabic}/u,
      /\p{Script=Hiragana}/u,
      /[äöü]/,
      /^¿/m,
      /\p{Emoji_Presentation}/u,
      /\n/,
    ]) {
      expect(
        notes.some((note) => script.test(note)),
        String(script),
      ).toBe(true);
    }
    for (const key of ["goals", "meta", "notes", "duration", "scheduled_at"] as const) {
      expect(
        rows.some((row) => row[key] === null),
        key,
      ).toBe(true);
    }
    expect(rows.some((row) => Array.isArray(row.goals))).toBe(true);
    const usual = rows.filter(({ goals }) => (goals as { secondary?: unknown } | null)?.secondary);
    expect(usual.length).toBeGreaterThan(rows.length * 0.8);
  });

  it("belong to people, but for one client who has left", () => {
    const people = new Set(samplePeople().people.map(({ id }) => id));
    const strangers = sessionRows(TUESDAY).filter(({ user_id }) => !people.has(user_id));
    expect(new Set(strangers.map(({ user_id }) => user_id)).size).toBe(1);
  });
});
