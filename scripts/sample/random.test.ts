import { describe, expect, it } from "vitest";
import { createRandom } from "./random";

const many = <T>(draw: () => T) => Array.from({ length: 5_000 }, draw);

describe("createRandom", () => {
  it("repeats itself for a seed and differs between seeds", () => {
    const first = createRandom("a");
    const again = createRandom("a");
    const other = createRandom("b");
    const values = many(first.next);
    expect(many(again.next)).toEqual(values);
    expect(many(other.next)).not.toEqual(values);
  });

  it("draws whole numbers from both ends and nowhere else", () => {
    const { int } = createRandom("int");
    expect([...new Set(many(() => int(-1, 2)))].sort()).toEqual([-1, 0, 1, 2]);
  });

  it("weighs", () => {
    const { weighted } = createRandom("weights");
    const drawn = many(() => weighted({ often: 9, seldom: 1, never: 0 }));
    const seldom = drawn.filter((key) => key === "seldom").length;
    expect(seldom).toBeGreaterThan(400);
    expect(seldom).toBeLessThan(600);
    expect(drawn).not.toContain("never");
  });

  it("draws a bell curve around zero", () => {
    const values = many(createRandom("bell").normal);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(mean).toBeCloseTo(0, 1);
    expect(variance).toBeCloseTo(1, 0);
  });

  it("draws uuids of version 4, each once", () => {
    const uuids = many(createRandom("uuid").uuid);
    expect(new Set(uuids).size).toBe(uuids.length);
    for (const uuid of uuids) {
      expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });
});
