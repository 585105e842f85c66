import { describe, expect, test } from "vitest";
import { entriesWith, facts, firstRows, rowFor } from "@/lib/migrations/judge/facts.fixture";
import { simulate } from "@/lib/migrations/judge/simulate";
import type { Simulation } from "@/lib/model/migrations/simulation";

function play(...given: Parameters<typeof facts>): [v0: Simulation, v1: Simulation] {
  const [v0, v1] = simulate(facts(...given));
  if (!v0 || !v1) throw new Error("Both migrators are played through.");
  return [v0, v1];
}

function tags({ steps }: Simulation) {
  return steps.map(({ tag }) => tag);
}

describe("drizzle 0.x", () => {
  test("up to date: nothing to do", () => {
    const [v0] = play();
    expect(v0).toMatchObject({ outcome: "nothing to do", steps: [], passesOver: [] });
    expect(v0.reads).toContain("row 3, created_at 3000");
  });

  test("pending: statement by statement", () => {
    const [v0] = play({ rows: firstRows(1) });
    expect(v0.outcome).toBe("runs");
    expect(v0.steps).toMatchObject([
      { tag: "0001_items", isRepeated: false, statements: [{ line: 1 }] },
      { tag: "0002_notes", isRepeated: false },
    ]);
  });

  test("no ledger yet: it makes it first", () => {
    const [v0] = play({ ledger: { kind: "missing" } });
    expect(tags(v0)).toEqual([null, "0000_orders", "0001_items", "0002_notes"]);
  });

  test("a skipped one is passed over, and it says why", () => {
    const rows = [
      rowFor({ tag: "0000_orders", when: 1000 }, 1),
      rowFor({ tag: "0002_notes", when: 3000 }, 2),
    ];
    const [v0, v1] = play({ rows });
    expect(v0).toMatchObject({
      outcome: "nothing to do",
      passesOver: [{ tag: "0001_items", why: "its time 2000 is not after 3000" }],
    });
    expect(tags(v1)).toEqual([null, "0001_items"]);
  });

  test("a NULL on top runs everything a second time", () => {
    const rows = firstRows(3).map((row) => (row.id === "2" ? { ...row, createdAt: null } : row));
    const [v0] = play({ rows });
    expect(v0.steps.map(({ isRepeated }) => isRepeated)).toEqual([true, true, true]);
  });

  test("a missing file stops it before it asks the database", () => {
    const [v0] = play({ files: ["0000_orders", "0001_items"] });
    expect(v0).toMatchObject({
      outcome: "fails",
      sentence: "It stops before it asks the database: there is no file 0002_notes.sql.",
    });
  });
});

describe("drizzle v1", () => {
  test("names the rows of a ledger that has no names, then has nothing to do", () => {
    const [, v1] = play();
    expect(v1).toMatchObject({ outcome: "nothing to do", steps: [{ tag: null }] });
  });

  test("refuses a row that fits no migration", () => {
    const [, v1] = play({ rows: [...firstRows(3), { id: "7", hash: "abc", createdAt: 99_000 }] });
    expect(v1).toMatchObject({
      outcome: "refuses",
      sentence: "It stops while it names the rows: row 7 fits no migration of this folder.",
    });
  });

  test("matches by whole seconds, then by hash", () => {
    const entries = entriesWith({}).map((entry, index) => ({
      ...entry,
      when: 5_000 + index * 100,
    }));
    const rows = entries.map((entry, index) => rowFor(entry, index + 1));
    const [, v1] = play({ entries, rows });
    expect(v1.outcome).toBe("nothing to do");
  });

  test("with names in the ledger times do not matter", () => {
    const rows = [{ ...rowFor({ tag: "0002_notes", when: 9_999 }, 1), name: "0002_notes" }];
    const [, v1] = play({ ledger: { kind: "read", layout: "v1", rows } });
    expect(tags(v1)).toEqual(["0000_orders", "0001_items"]);
  });
});

test("without folder or ledger nothing is played through", () => {
  expect(simulate(facts({ journal: { kind: "no folder" } }))).toEqual([]);
});
