import { describe, expect, test } from "vitest";
import { compare } from "@/lib/migrations/judge/compare";
import {
  catalogWith,
  facts,
  fileFor,
  firstRows,
  texts,
} from "@/lib/migrations/judge/facts.fixture";
import { evidence, finding, states } from "@/lib/migrations/judge/status.fixture";
import { pendingOf, verdictOf } from "@/lib/model/migrations/status";

const recorded = ["shop_orders"];

describe("partial: no row, but its objects exist", () => {
  test("all of them: it has run, and only the row is lacking", () => {
    const status = compare(
      facts({
        rows: firstRows(1),
        catalog: catalogWith([...recorded, "shop_items"], ["column * shop_orders notes"]),
      }),
    );
    expect(states(status)).toEqual(["applied", "partial", "partial"]);
    expect(status.migrations[1]?.findings[0]).toMatchObject({
      severity: "critical",
      headline: "0001_items has run, but is not recorded",
      blocks: true,
      repair: { title: "Record 0001_items as applied" },
    });
  });

  test("some of them: what exists and what is lacking are told apart", () => {
    const files = [
      fileFor("0000_orders", texts["0000_orders"] ?? ""),
      fileFor("0001_items", "create table shop_items (id int); create index i on shop_items (id);"),
      fileFor("0002_notes", texts["0002_notes"] ?? ""),
    ];
    const status = compare({
      ...facts({ rows: firstRows(1), catalog: catalogWith([...recorded, "shop_items"]) }),
      files,
    });
    const partial = finding(status, "partial");
    expect(partial.headline).toBe("0001_items has run in part, and is not recorded");
    expect(evidence(partial)).toEqual({
      Exists: "table shop_items",
      "Does not exist": "index i",
    });
  });

  test("what a recorded migration made, or may exist anyway, proves nothing", () => {
    const files = [
      fileFor("0000_orders", texts["0000_orders"] ?? ""),
      fileFor("0001_items", "drop table shop_orders; create table shop_orders (id text);"),
      fileFor("0002_notes", "create table if not exists shop_log (id int);"),
    ];
    const status = compare({
      ...facts({ rows: firstRows(1), catalog: catalogWith([...recorded, "shop_log"]) }),
      files,
    });
    expect(states(status)).toEqual(["applied", "pending", "pending"]);
    expect(pendingOf(status)).toHaveLength(2);
  });
});

test("an index whose build failed is told with the way to build it again", () => {
  const status = compare(
    facts({
      catalog: {
        ...catalogWith(recorded),
        invalidIndexes: [{ index: "shop_orders_idx", table: "shop_orders" }],
      },
    }),
  );
  expect(finding(status, "invalid index")).toMatchObject({
    severity: "high",
    code: "reindex index concurrently shop_orders_idx;",
  });
  expect(verdictOf(status)).toBe("wrong");
});

describe("upgrade hazard", () => {
  test("drizzle v1 would run what 0.x passes over", () => {
    const rows = [...firstRows(1), { id: "9", hash: "abc", createdAt: 9000 }].slice(0, 1);
    const status = compare(facts({ rows: [...rows, ...firstRows(3).slice(2)] }));
    expect(states(status)).toEqual(["applied", "skipped forever", "applied"]);
    expect(finding(status, "upgrade hazard")).toMatchObject({
      severity: "critical",
      headline: "Drizzle v1 will run 0001_items",
    });
    expect(status.headline).toBe("Drizzle will never run 0001_items");
  });

  test("or refuse, where a row fits nothing", () => {
    const withOrphan = (createdAt: number) =>
      compare(facts({ rows: [...firstRows(3), { id: "9", hash: "abc", createdAt }] }));
    expect(finding(withOrphan(500), "upgrade hazard").headline).toBe(
      "Drizzle v1 will refuse this ledger",
    );
    // Half a second after 0001_items: v1 does not look closer than that.
    expect(finding(withOrphan(2500), "upgrade hazard").headline).toBe(
      "Drizzle v1 will take row 9 for another migration",
    );
  });
});
