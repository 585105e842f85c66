import { describe, expect, it } from "vitest";
import { instantOf } from "./calendar";
import { METRICS } from "./metrics";
import { type ProgressRow, progressRows } from "./progress";
import { sessionRows } from "./sessions";

const TODAY = new Date("2026-03-10T00:00:00Z");
const sessions = sessionRows(TODAY);
const rows = progressRows(sessions, TODAY);

function numberOf({ value }: ProgressRow): number | undefined {
  if (typeof value === "number") return value;
  const { score } = (value ?? {}) as { score?: number };
  return score;
}

const average = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("progress", () => {
  it("is the same each time, and some thousand rows", () => {
    expect(progressRows(sessionRows(TODAY), TODAY)).toEqual(rows);
    expect(rows.length).toBeGreaterThan(2_000);
    expect(rows.length).toBeLessThan(3_000);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  it("keeps each metric within its range and steps", () => {
    for (const [type, { min, max, step }] of Object.entries(METRICS)) {
      const values = rows.filter((row) => row.metric_type === type).map(numberOf);
      expect(values.length, type).toBeGreaterThan(100);
      for (const value of values) {
        expect(value, type).toBeGreaterThanOrEqual(min);
        expect(value, type).toBeLessThanOrEqual(max);
        expect(Number.isInteger((value ?? Number.NaN) / step), `${type} ${value}`).toBe(true);
      }
    }
  });

  it("has values as numbers, as scores, as events and as words", () => {
    const has = (found: (value: unknown) => boolean) => rows.some(({ value }) => found(value));
    expect(has((value) => typeof value === "number")).toBe(true);
    expect(has((value) => typeof value === "string")).toBe(true);
    expect(has((value) => (value as { of?: number }).of === 10)).toBe(true);
    expect(has((value) => typeof (value as { event?: string }).event === "string")).toBe(true);
  });

  it("leads where coaching leads", () => {
    const middle = TODAY.getTime() - 60 * 86_400_000;
    for (const [type, { from, to }] of Object.entries(METRICS)) {
      const own = rows.filter((row) => row.metric_type === type);
      const [before, after] = [true, false].map((isBefore) =>
        average(
          own
            .filter(({ timestamp }) => instantOf(timestamp) < middle === isBefore)
            .flatMap((row) => numberOf(row) ?? []),
        ),
      ) as [number, number];
      expect(Math.sign(after - before), type).toBe(Math.sign(to - from));
    }
  });

  it("is linked to completed sessions of the same person, at their end", () => {
    const byId = new Map(sessions.map((session) => [session.id, session]));
    const linked = rows.filter((row) => row.coaching_session_id !== null);
    expect(linked.length).toBeGreaterThan(200);
    for (const { coaching_session_id, user_id, timestamp } of linked) {
      const session = byId.get(coaching_session_id ?? "");
      expect(session?.user_id).toBe(user_id);
      expect(timestamp > (session?.completed_at ?? "9999")).toBe(true);
    }
  });

  it("comes in order of time and ends before today", () => {
    expect(rows.map(({ timestamp }) => timestamp)).toEqual(
      rows.map(({ timestamp }) => timestamp).sort(),
    );
    expect(instantOf(rows.at(-1)?.timestamp ?? "")).toBeLessThan(TODAY.getTime());
  });
});
