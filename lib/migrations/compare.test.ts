import { describe, expect, test } from "vitest";
import { compare } from "@/lib/migrations/compare";
import {
  entriesWith,
  facts,
  firstRows,
  rowFor,
  source,
  texts,
} from "@/lib/migrations/facts.fixture";
import { hashOf } from "@/lib/migrations/file-text";
import {
  type Finding,
  type PrefixStatus,
  pendingOf,
  problemsOf,
  recordedOf,
  verdictOf,
} from "@/lib/model/migration-status";

function states(status: PrefixStatus) {
  return status.migrations.map(({ state }) => state);
}

/** The finding with `state`, wherever it is. */
function finding(status: PrefixStatus, state: Finding["state"]): Finding {
  const all = [...status.findings, ...status.migrations.flatMap(({ findings }) => findings)];
  const found = all.filter((each) => each.state === state);
  expect(found.map(({ headline }) => headline)).toHaveLength(1);
  return found[0] as Finding;
}

function evidence({ evidence }: Finding) {
  return Object.fromEntries(evidence.map(({ label, value }) => [label, value]));
}

describe("a ledger that agrees with its folder", () => {
  test("applied: every row has its entry's time and the file's hash", () => {
    const status = compare(facts());
    expect(states(status)).toEqual(["applied", "applied", "applied"]);
    expect(status).toMatchObject({ severity: "ok", headline: "Up to date", findings: [] });
    expect(status.migrations[0]).toMatchObject({ statements: 2, isRecorded: true });
    expect(verdictOf(status)).toBe("clean");
  });

  test("pending: dated after the newest row", () => {
    const status = compare(facts({ rows: firstRows(1) }));
    expect(states(status)).toEqual(["applied", "pending", "pending"]);
    expect(status).toMatchObject({ severity: "info", headline: "2 pending" });
    expect(pendingOf(status).map(({ tag }) => tag)).toEqual(["0001_items", "0002_notes"]);
    expect(verdictOf(status)).toBe("pending");
    expect(status.migrations[1]?.findings[0]).toMatchObject({
      code: "npm run shop:migrate",
      evidence: [
        { label: "Journal when", value: "2000 (1970-01-01 00:00:02 UTC)" },
        { label: "Newest in the ledger (row 1)", value: "1000 (1970-01-01 00:00:01 UTC)" },
      ],
    });
  });

  test("never run: no ledger and none of the tables", () => {
    const status = compare(facts({ ledger: { kind: "missing" } }));
    expect(status.headline).toBe("Never run: 3 pending");
    expect(evidence(finding(status, "never run"))).toEqual({
      "drizzle.shop_migrations": "no such table",
    });
    expect(verdictOf(status)).toBe("pending");
  });

  test("an empty ledger beside a stranger's table of the same prefix is never run, too", () => {
    const status = compare(facts({ rows: [], catalog: { tables: ["shop_other"] } }));
    expect(finding(status, "never run").severity).toBe("info");
  });

  test("a folder without migrations is neither green nor wrong", () => {
    const status = compare(facts({ entries: [], files: [], rows: [] }));
    expect(status).toMatchObject({ severity: "info", headline: "No migrations yet" });
  });
});

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
      code: 'update "drizzle"."shop_migrations" set created_at = 3000 where id = 3;',
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
    expect(status.findings).toMatchObject([{ state: "null ceiling", severity: "critical" }]);
  });
});

describe("rows and entries that are one too many", () => {
  test("orphan row: neither its time nor its hash is known", () => {
    const rows = [...firstRows(3), { id: "4", hash: "abc", createdAt: 2500 }];
    const status = compare(facts({ rows }));
    expect(status).toMatchObject({
      severity: "high",
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
    const files = entries.map(({ tag }) => ({ tag, text: "SELECT 1;" }));
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

describe("the prefix as a whole", () => {
  test("baseline: nothing recorded, but tables that the migrations make exist", () => {
    const status = compare(
      facts({ ledger: { kind: "missing" }, catalog: { tables: ["shop_items", "shop_orders"] } }),
    );
    expect(finding(status, "baseline")).toMatchObject({ severity: "high", blocks: true });
    expect(evidence(finding(status, "baseline"))["Tables that exist"]).toBe(
      "shop_items, shop_orders",
    );
    expect(verdictOf(status)).toBe("wrong");
  });

  test("shared ledger: the other prefix's rows are not called orphans as well", () => {
    const rows = [...firstRows(3), { id: "4", hash: "abc", createdAt: 2500 }];
    const shared = { ...source, sharedWith: ["cart_"] };
    const status = compare(facts({ source: shared, rows }));
    expect(status.findings).toMatchObject([
      {
        state: "shared ledger",
        severity: "critical",
        headline: "drizzle.shop_migrations is shared with cart_",
        blocks: true,
      },
    ]);
  });

  test("folder missing: nothing is known, nothing is green", () => {
    const status = compare(facts({ journal: { kind: "no folder" }, files: [] }));
    expect(status).toMatchObject({
      severity: "critical",
      headline: "The folder shop/drizzle is missing",
      migrations: [],
    });
  });

  test("journal unreadable: the files are there, what became of them is unknown", () => {
    const status = compare(facts({ journal: { kind: "unreadable", reason: "not JSON" } }));
    expect(states(status)).toEqual(["unknown", "unknown", "unknown"]);
    expect(evidence(finding(status, "journal unreadable"))).toEqual({
      "shop/drizzle/meta/_journal.json": "not JSON",
    });
    expect(verdictOf(status)).toBe("wrong");
  });

  test("ledger unreadable: nothing is called pending", () => {
    const ledger = { kind: "unreadable", reason: "permission denied", remedy: "grant" } as const;
    const status = compare(facts({ ledger }));
    expect(states(status)).toEqual(["unknown", "unknown", "unknown"]);
    expect(pendingOf(status)).toEqual([]);
    expect(finding(status, "ledger unreadable")).toMatchObject({
      severity: "critical",
      remedy: "grant",
      blocks: true,
    });
  });

  test("problems are listed worst first, with the migration they are about", () => {
    const rows = [...firstRows(1), { id: "4", hash: "abc", createdAt: 5000 }];
    const problems = problemsOf(compare(facts({ rows })));
    expect(problems.map(({ finding, migration }) => [finding.state, migration?.tag])).toEqual([
      ["skipped forever", "0001_items"],
      ["skipped forever", "0002_notes"],
      ["orphan row", undefined],
    ]);
  });
});

describe("drizzle v1's layout", () => {
  const v1 = { kind: "read", layout: "v1", entries: entriesWith({}) } as const;

  test("matches by name, whatever the times say, and knows when a migration was applied", () => {
    const rows = [
      { ...rowFor({ tag: "0001_items", when: 9 }, 1), name: "0001_items", appliedAt: "t" },
    ];
    const status = compare(facts({ journal: v1, rows }));
    expect(states(status)).toEqual(["pending", "applied", "pending"]);
    expect(status.migrations[1]?.appliedAt).toBe("t");
  });

  test("an edited file is edited there, too", () => {
    const rows = entriesWith({}).map((entry, index) => ({
      ...rowFor(entry, index + 1),
      name: entry.tag,
      ...(index === 1 && { hash: "abc" }),
    }));
    expect(states(compare(facts({ journal: v1, rows })))).toEqual(["applied", "edited", "applied"]);
  });
});
