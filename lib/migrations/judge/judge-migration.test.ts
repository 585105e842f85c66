import { describe, expect, test } from "vitest";
import { compare } from "@/lib/migrations/judge/compare";
import {
  entriesWith,
  facts,
  fileFor,
  firstRows,
  rowFor,
  texts,
} from "@/lib/migrations/judge/facts.fixture";
import { evidence, finding, states } from "@/lib/migrations/judge/status.fixture";
import { hashOf } from "@/lib/migrations/read/file-text";
import { pendingOf, recordedOf, verdictOf } from "@/lib/model/migrations/status";

describe("a file that is not what has run", () => {
  const rowsWith = (hash: string) => [...firstRows(2), { id: "3", hash, createdAt: 3000 }];

  test("edited: same time, other hash", () => {
    const status = compare(facts({ rows: rowsWith(hashOf("ALTER TABLE")) }));
    expect(states(status)).toEqual(["applied", "applied", "edited"]);
    expect(finding(status, "edited")).toMatchObject({
      severity: "high",
      headline: "0002_notes was edited after it was applied",
    });
    expect(evidence(finding(status, "edited"))).toMatchObject({
      "File sha256": hashOf(texts["0002_notes"] ?? ""),
      "Ledger hash (row 3)": hashOf("ALTER TABLE"),
    });
    expect(verdictOf(status)).toBe("wrong");
  });

  test.each([
    ["CRLF", (text: string) => text.replaceAll("\n", "\r\n")],
    ["a final newline", (text: string) => `${text}\n`],
    ["a byte order mark", (text: string) => `\uFEFF${text}`],
  ])("edited in nothing but %s is only noted", (_, spoil) => {
    const status = compare(facts({ rows: rowsWith(hashOf(spoil(texts["0002_notes"] ?? ""))) }));
    expect(finding(status, "edited").severity).toBe("info");
    expect(status.headline).toBe("Up to date");
    expect(verdictOf(status)).toBe("clean");
  });

  test("file missing: an entry without its file, applied or not", () => {
    const files = ["0000_orders", "0002_notes"];
    const status = compare(facts({ files }));
    expect(states(status)).toEqual(["applied", "file missing", "applied"]);
    expect(finding(status, "file missing")).toMatchObject({ severity: "critical", blocks: false });
    const pending = compare(facts({ files, rows: firstRows(1) }));
    expect(finding(pending, "file missing").blocks).toBe(true);
  });

  test("unjournaled: a file without an entry", () => {
    const status = compare(facts({ files: [...Object.keys(texts), "0003_forgotten"] }));
    expect(states(status)).toEqual(["applied", "applied", "applied", "unjournaled"]);
    expect(finding(status, "unjournaled")).toMatchObject({
      severity: "warn",
      headline: "0003_forgotten.sql is not in the journal",
    });
    expect(verdictOf(status)).toBe("wrong");
  });
});

describe("times that are not in order", () => {
  test("skipped forever: no row, and not dated after the newest one", () => {
    const rows = firstRows(3).filter(({ id }) => id !== "2");
    const status = compare(facts({ rows }));
    expect(states(status)).toEqual(["applied", "skipped forever", "applied"]);
    expect(status).toMatchObject({
      severity: "critical",
      headline: "Drizzle will never run 0001_items",
    });
    expect(finding(status, "skipped forever")).toMatchObject({ blocks: true });
    expect(pendingOf(status)).toEqual([]);
    expect(verdictOf(status)).toBe("wrong");
  });

  test("restamped: the hash is recorded under another time", () => {
    const rows = [...firstRows(2), { ...rowFor({ tag: "0002_notes", when: 3500 }, 3) }];
    const status = compare(facts({ rows }));
    expect(states(status)).toEqual(["applied", "applied", "restamped"]);
    expect(finding(status, "restamped")).toMatchObject({
      severity: "warn",
      repair: { title: "Align row 3 with the journal", language: "sql" },
    });
  });

  test("restamped above the newest row: drizzle runs it a second time", () => {
    const status = compare(facts({ entries: entriesWith({ 2: { when: 4000 } }) }));
    expect(finding(status, "restamped")).toMatchObject({
      severity: "critical",
      headline: "Drizzle will run 0002_notes again",
      blocks: true,
    });
  });

  test("order hazard: pending, and dated before an entry that precedes it", () => {
    const status = compare(
      facts({ entries: entriesWith({ 2: { when: 1500 } }), rows: firstRows(1) }),
    );
    expect(states(status)).toEqual(["applied", "pending", "order hazard"]);
    expect(finding(status, "order hazard")).toMatchObject({
      severity: "warn",
      headline: "0002_notes is not dated after 0001_items",
    });
    expect(pendingOf(status)).toHaveLength(2);
  });

  test("order hazard that this database has survived is only noted", () => {
    const entries = entriesWith({ 2: { when: 1500 } });
    const rows = entries.map((entry, index) => rowFor(entry, index + 1));
    const status = compare(facts({ entries, rows }));
    expect(states(status)).toEqual(["applied", "applied", "applied"]);
    expect(finding(status, "order hazard").severity).toBe("info");
    expect(verdictOf(status)).toBe("clean");
  });

  test("order hazard: the latest is dated in the future", () => {
    const hour = 3_600_000;
    const status = compare(
      facts({ entries: entriesWith({ 2: { when: 2 * hour } }), rows: firstRows(2) }),
    );
    expect(finding(status, "order hazard").headline).toBe("0002_notes is dated in the future");
    const soon = compare(facts({ now: 2900 }));
    expect(verdictOf(soon)).toBe("clean");
  });

  test("null ceiling: a row without a time makes drizzle run everything again, said once", () => {
    const rows = [
      ...firstRows(2),
      { ...rowFor({ tag: "0002_notes", when: 0 }, 3), createdAt: null },
    ];
    const status = compare(facts({ rows }));
    expect(states(status)).toEqual(["applied", "applied", "null ceiling"]);
    expect(status).toMatchObject({
      severity: "critical",
      headline: "The next migrate would run everything again",
    });
    expect(finding(status, "null ceiling")).toMatchObject({ blocks: true });
  });

  test("null ceiling by a row that belongs to nothing", () => {
    const rows = [...firstRows(3), { id: "9", hash: "x", createdAt: null }];
    const status = compare(facts({ rows }));
    expect(states(status)).toEqual(["applied", "applied", "applied"]);
    expect(status.findings.slice(0, 1)).toMatchObject([
      { state: "null ceiling", severity: "critical" },
    ]);
  });
});

describe("rows and entries that are one too many", () => {
  test("orphan row: neither its time nor its hash is known", () => {
    const rows = [...firstRows(3), { id: "4", hash: "abc", createdAt: 2500 }];
    const status = compare(facts({ rows }));
    expect(status).toMatchObject({
      severity: "critical",
      headline: "Row 4 of the ledger matches no migration",
    });
    expect(evidence(finding(status, "orphan row"))).toMatchObject({ "Ledger hash (row 4)": "abc" });
  });

  test("orphan row newer than the folder: an older version is deployed", () => {
    const rows = [...firstRows(3), { id: "4", hash: "abc", createdAt: 4000 }];
    expect(compare(facts({ rows })).headline).toBe("The database is ahead of this folder (row 4)");
  });

  test("double row: one migration recorded twice", () => {
    const rows = [...firstRows(3), { ...rowFor({ tag: "0002_notes", when: 3000 }, 4) }];
    const status = compare(facts({ rows }));
    expect(states(status)).toEqual(["applied", "applied", "double row"]);
    expect(finding(status, "double row")).toMatchObject({
      severity: "high",
      headline: "0002_notes is recorded 2 times",
    });
    expect(recordedOf(status)).toHaveLength(3);
  });

  test("two migrations with the same text have a row each", () => {
    const entries = entriesWith({ 2: { tag: "0001_items" } }).map((entry, index) => ({
      ...entry,
      tag: `000${index}_same`,
    }));
    const files = entries.map(({ tag }) => fileFor(tag, "SELECT 1;"));
    const rows = entries.map(({ when }, index) => ({
      id: String(index + 1),
      hash: hashOf("SELECT 1;"),
      createdAt: when,
    }));
    const status = compare({ ...facts({ entries, rows }), files });
    expect(verdictOf(status)).toBe("clean");
  });

  test("duplicate entry: a tag that is listed twice", () => {
    const entries = [...entriesWith({}), { tag: "0002_notes", when: 4000 }];
    const status = compare(facts({ entries }));
    expect(states(status).slice(0, 2)).toEqual(["applied", "applied"]);
    const found = status.migrations.flatMap(({ findings }) =>
      findings.filter(({ state }) => state === "duplicate entry"),
    );
    expect(found).toMatchObject([
      { severity: "high", headline: "0002_notes is listed 2 times", blocks: false },
      { severity: "high", blocks: true },
    ]);
  });

  test("duplicate entry: a time that is used twice", () => {
    const status = compare(
      facts({ entries: entriesWith({ 2: { when: 2000 } }), rows: firstRows(2) }),
    );
    expect(states(status)).toEqual(["applied", "duplicate entry", "skipped forever"]);
    expect(status.migrations[1]?.findings[0]?.headline).toBe(
      "0001_items has the same time as 0002_notes",
    );
  });
});
