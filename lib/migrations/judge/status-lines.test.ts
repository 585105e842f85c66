import { expect, test } from "vitest";
import { compare } from "@/lib/migrations/judge/compare";
import { facts, firstRows } from "@/lib/migrations/judge/facts.fixture";
import { statusLines } from "@/lib/migrations/judge/status-lines";

test("a clean prefix is one line", () => {
  expect(statusLines([compare(facts())])).toEqual([
    "shop_  ok  3 applied  0 pending  drizzle.shop_migrations  Up to date",
  ]);
});

test("what is pending is named, with the command", () => {
  expect(statusLines([compare(facts({ rows: firstRows(1) }))])).toEqual([
    "shop_  pending  1 applied  2 pending  drizzle.shop_migrations  2 pending",
    "",
    "shop_ 2 pending: npm run shop:migrate",
    "  0001_items (1 statement)",
    "  0002_notes (1 statement)",
  ]);
});

test("what is wrong comes with evidence and remedy", () => {
  const rows = firstRows(3).filter(({ id }) => id !== "2");
  expect(statusLines([compare(facts({ rows }))]).slice(1)).toEqual([
    "",
    "shop_ critical: Drizzle will never run 0001_items",
    "  It is not dated after the newest applied migration, so every migrate passes over it and reports success.",
    "  Journal when: 2000 (1970-01-01 00:00:02 UTC)",
    "  Newest in the ledger (row 3): 3000 (1970-01-01 00:00:03 UTC)",
    "  To do: Date it after what has run, and npm run shop:migrate will run it:",
    "  In meta/_journal.json set:",
    '    { "tag": "0001_items", "when": 3001 }',
    "",
    "shop_ critical: Drizzle v1 will run 0001_items",
    "  It goes by names instead of times, and so runs whatever has no row, however old.",
    "  Without a row: 0001_items",
    "  To do: Repair these before drizzle-orm is upgraded.",
  ]);
});

test("what is not known is not counted as none", () => {
  const [line] = statusLines([compare(facts({ journal: { kind: "no folder" }, files: [] }))]);
  expect(line).toBe(
    "shop_  WRONG  unknown  unknown  drizzle.shop_migrations  The folder shop/drizzle is missing",
  );
});
