import { describe, expect, test } from "vitest";
import { compare } from "@/lib/migrations/judge/compare";
import {
  catalogWith,
  entriesWith,
  facts,
  firstRows,
  rowFor,
  source,
} from "@/lib/migrations/judge/facts.fixture";
import { evidence, finding, states } from "@/lib/migrations/judge/status.fixture";
import { pendingOf, problemsOf, verdictOf } from "@/lib/model/migrations/status";

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
    const status = compare(facts({ ledger: { kind: "missing" }, catalog: catalogWith([]) }));
    expect(status.headline).toBe("Never run: 3 pending");
    expect(evidence(finding(status, "never run"))).toEqual({
      "drizzle.shop_migrations": "no such table",
    });
    expect(verdictOf(status)).toBe("pending");
  });

  test("an empty ledger beside a stranger's table of the same prefix is never run, too", () => {
    const status = compare(facts({ rows: [], catalog: catalogWith(["shop_other"]) }));
    expect(finding(status, "never run").severity).toBe("info");
  });

  test("a folder without migrations is neither green nor wrong", () => {
    const status = compare(facts({ entries: [], files: [], rows: [] }));
    expect(status).toMatchObject({ severity: "info", headline: "No migrations yet" });
  });
});

describe("the prefix as a whole", () => {
  test("baseline: nothing recorded, but tables that the migrations make exist", () => {
    const status = compare(
      facts({ ledger: { kind: "missing" }, catalog: catalogWith(["shop_items", "shop_orders"]) }),
    );
    expect(finding(status, "baseline")).toMatchObject({ severity: "high", blocks: true });
    expect(evidence(finding(status, "baseline"))["Tables that exist"]).toBe(
      "shop_orders, shop_items",
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
      ["upgrade hazard", undefined],
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
