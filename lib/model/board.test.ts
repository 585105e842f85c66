import { describe, expect, it } from "vitest";
import { type BoardCard, type BoardColumn, land, outOfSight, targetsOf } from "@/lib/model/board";
import type { BoardView } from "@/lib/model/view";

const newestFirst = [{ field: "at", descending: true }];

function card(id: string, place: string | null = id, state = "open"): BoardCard {
  return { id, title: id, state, cells: [], seen: {}, places: [place] };
}

function column(option: string, ...cards: BoardCard[]): BoardColumn {
  return { option, cards, count: { rows: cards.length, kind: "exact" }, isLater: false };
}

const shown = (columns: BoardColumn[]) =>
  columns.map(({ option, cards, count }) => [
    option,
    cards.map(({ id }) => id).join(),
    count?.rows,
  ]);

describe("a card that was moved", () => {
  const columns = [
    column("open", card("2026-01-03"), card("2026-01-02")),
    column("done", card("2026-01-04"), card("2026-01-01")),
  ];

  it("stands where the order puts it, and both counts follow", () => {
    const landed = land(columns, { card: card("2026-01-03"), to: "done" }, newestFirst);
    expect(shown(landed)).toEqual([
      ["open", "2026-01-02", 1],
      ["done", "2026-01-04,2026-01-03,2026-01-01", 3],
    ]);
    expect(landed[1]?.cards[1]?.state).toBe("done");
  });

  it("stands last when it is older than all that are shown", () => {
    const old = { card: card("2025-01-01"), to: "done" };
    expect(shown(land(columns, old, newestFirst))[1]).toEqual([
      "done",
      "2026-01-04,2026-01-01,2025-01-01",
      2,
    ]);
  });

  it("is not counted twice, and estimates stay as they are", () => {
    const twice = land(columns, { card: card("2026-01-04"), to: "done" }, newestFirst);
    expect(shown(twice)).toEqual(shown(columns));
    const big = [{ ...column("open", card("1")), count: { rows: 9, kind: "estimate" as const } }];
    expect(land(big, { card: card("1"), to: "done" }, newestFirst)[0]?.count?.rows).toBe(9);
  });

  it("is placed by number where the order is by numbers", () => {
    const numbers = [
      column("open", card("a", "10")),
      column("done", card("b", "9"), card("c", "8")),
    ];
    const ascending = [{ field: "n", descending: false }];
    const [, done] = land(numbers, { card: card("a", "10"), to: "done" }, ascending);
    expect(done?.cards.map(({ id }) => id)).toEqual(["b", "c", "a"]);
  });

  it("is kept in sight only while the database's answer does not show it", () => {
    const landings = ["2026-01-02", "2025-01-01"].map((id) => ({ card: card(id), to: "done" }));
    expect(outOfSight(columns, landings).map((landing) => landing.card.id)).toEqual(["2025-01-01"]);
  });
});

describe("where a card may go", () => {
  const moves = { open: ["done", "open", "gone"], done: ["open"] };
  const view: BoardView = { kind: "board", by: "state", card: [], moves };
  const options = ["done", "open"];

  it("is what the view declares, in the order of the columns", () => {
    expect(targetsOf(view, options, "open")).toEqual(["done"]);
    expect(targetsOf(view, options, "done")).toEqual(["open"]);
  });

  it("is nowhere for a value that is no option", () => {
    for (const state of [null, "", "strange", "constructor", "__proto__"]) {
      expect(targetsOf(view, options, state)).toEqual([]);
    }
  });
});
