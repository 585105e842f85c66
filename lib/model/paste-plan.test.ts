import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coachingSessions } from "@/lib/db/schema";
import { maxPastedColumns, maxPastedRows, secretSentence } from "@/lib/model/cell-edit";
import { deriveResource } from "@/lib/model/define-resource";
import type { Literal } from "@/lib/model/literal";
import type { Cell } from "@/lib/model/page";
import { longCells, type PasteInto, planPaste, withWhole } from "@/lib/model/paste-plan";
import { type Field, fieldOf } from "@/lib/model/resource";
import { anyText } from "@/lib/model/testing/any-text";

const sessions = deriveResource(
  coachingSessions,
  { prefix: "ai_coach_" },
  { title: "sessionType", fields: { status: { options: ["pending", "completed"] } } },
);

const field = (name: string): Field => {
  const found = fieldOf(sessions, name);
  if (!found) throw new Error(`There is no field ${name}.`);
  return found;
};

const row = (id: string, cells: Record<string, Cell>) => ({ id, title: `title of ${id}`, cells });

function into(names: string[], rows: PasteInto["rows"], size = { rows: 1, columns: 1 }): PasteInto {
  return { resource: sessions, fields: names.map(field), rows, size };
}

const notes = (...cells: Cell[]) => cells.map((cell, index) => row(`r${index}`, { notes: cell }));

describe("what a paste makes of the cells", () => {
  it("tells what becomes what, and counts what stays", () => {
    const rows = [
      row("a", { status: "pending", duration: "30" }),
      row("b", { status: "completed", duration: "45" }),
    ];
    const plan = planPaste(
      into(["status", "duration"], rows),
      [
        ["completed", "30"],
        ["completed", "9007199254740993"],
      ],
      "null",
    );
    expect(plan.records).toMatchObject([
      { id: "a", cells: [{ field: { name: "status" }, before: "pending", after: "completed" }] },
      { id: "b", cells: [{ after: "9007199254740993", error: expect.stringContaining("beyond") }] },
    ]);
    expect(plan.unchanged).toBe(2);
  });

  it("any text lands where it belongs, exactly", () => {
    const literal = fc.option(anyText(), { nil: null });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(literal, literal), { minLength: 1, maxLength: 6 }),
        fc.array(literal, { minLength: 6, maxLength: 6 }),
        (texts, before) => {
          const rows = before.map((notes, index) => row(`r${index}`, { notes, goals: null }));
          const plan = planPaste(into(["notes"], rows), texts, "null");
          const changed = new Map(
            plan.records.map(({ id, cells }) => [id, cells[0]?.after] as const),
          );
          texts.forEach(([text], index) => {
            const was = before[index] ?? null;
            expect(changed.get(`r${index}`)).toBe(text === was ? undefined : text);
          });
          expect(plan.unchanged + plan.records.length).toBe(texts.length);
          expect(plan.beyond).toEqual({ rows: 0, columns: 1 });
        },
      ),
    );
  });

  it("every pasted cell is changed, unchanged, skipped or beyond what is there", () => {
    const size = fc.integer({ min: 1, max: 7 });
    fc.assert(
      fc.property(
        size,
        size,
        size,
        fc.constantFrom("null", "skip"),
        (height, rowCount, n, means) => {
          const texts: Literal[][] = Array.from({ length: height }, (_, index) => [
            index % n === 0 ? null : "new",
          ]);
          const rows = notes(...Array<Cell>(rowCount).fill("old"));
          const plan = planPaste(into(["notes"], rows), texts, means as "null" | "skip");
          const changed = plan.records.flatMap(({ cells }) => cells).length;
          const skipped = means === "skip" ? plan.empty : 0;
          expect(changed + plan.unchanged + skipped + plan.beyond.rows).toBe(height);
        },
      ),
    );
  });

  it("one value, or whatever divides a range evenly, fills it", () => {
    const rows = notes("1", "2", "3", "4");
    const becomes = (texts: Literal[][], size: number) =>
      planPaste(into(["notes"], rows, { rows: size, columns: 1 }), texts, "null").records.map(
        ({ cells }) => cells[0]?.after,
      );
    expect(becomes([["x"]], 4)).toEqual(["x", "x", "x", "x"]);
    expect(becomes([["x"], ["y"]], 4)).toEqual(["x", "y", "x", "y"]);
    expect(becomes([["x"], ["y"]], 3)).toEqual(["x", "y"]);
    expect(becomes([["x"], ["y"], ["z"]], 2)).toEqual(["x", "y", "z"]);
  });

  it("nothing is NULL, the empty text or left alone, as chosen and as the column can", () => {
    const rows = [row("a", { notes: "old", sessionType: "life", duration: "30" })];
    const becomes = (means: "null" | "empty" | "skip") =>
      planPaste(
        into(["notes", "sessionType", "duration"], rows),
        [[null, null, null]],
        means,
      ).records.flatMap(({ cells }) => cells.map((cell) => [cell.field.name, cell.after]));
    expect(becomes("null")).toEqual([
      ["notes", null],
      ["sessionType", ""],
      ["duration", null],
    ]);
    expect(becomes("empty")).toEqual([
      ["notes", ""],
      ["sessionType", ""],
      ["duration", null],
    ]);
    expect(becomes("skip")).toEqual([]);
  });

  it("a pair of quotes is the empty text whatever nothing means", () => {
    const plan = planPaste(into(["notes"], notes(null, "x")), [[""], [""]], "null");
    expect(plan.records.map(({ cells }) => cells[0]?.after)).toEqual(["", ""]);
    expect(plan.empty).toBe(0);
  });

  it("refuses keys by name, and what is none of the options", () => {
    const rows = [row("a", { id: "a", status: "pending" })];
    const plan = planPaste(into(["id", "status"], rows), [["b", "complted"]], "null");
    expect(plan.refused).toEqual([{ label: "ID", reason: "The key of a record does not change." }]);
    expect(plan.records).toMatchObject([
      { cells: [{ error: "Choose one of pending, completed." }] },
    ]);
  });

  it("refuses secrets: of a column, and of those records of which it tells or does not tell", () => {
    const secret = { ...field("notes"), isSecret: true };
    const column = { ...into([], notes("••••••••")), fields: [secret] };
    expect(planPaste(column, [["x"]], "null")).toMatchObject({
      refused: [{ reason: secretSentence }],
      records: [],
    });
    const some = { ...field("notes"), secretWhen: { field: "sessionType", is: [], isNot: [] } };
    const rows = [
      row("a", { notes: "••••••••", sessionType: "mail.password" }),
      row("b", { notes: "open", sessionType: "mail.sender" }),
      row("c", { notes: "untold" }),
    ];
    const plan = planPaste({ ...into([], rows), fields: [some] }, [["x"], ["x"], ["x"]], "null");
    expect(plan.records.map(({ cells }) => cells[0]?.error)).toEqual([
      secretSentence,
      undefined,
      secretSentence,
    ]);
  });

  it("takes no more rows and columns than the limits", () => {
    const count = maxPastedRows + 20;
    const rows = notes(...Array<Cell>(count).fill("old"));
    const names = Array<string>(maxPastedColumns + 3).fill("notes");
    const texts = Array.from({ length: count }, () => names.map(() => "new"));
    const plan = planPaste(into(names, rows), texts, "null");
    expect(plan.records).toHaveLength(maxPastedRows);
    expect(plan.beyond).toEqual({ rows: 20, columns: 3 });
  });

  it("spells truth as Postgres prints it", () => {
    const truth = { ...field("notes"), kind: "boolean" as const, type: "boolean" };
    const rows = notes("true", "false");
    const plan = planPaste({ ...into([], rows), fields: [truth] }, [["TRUE"], ["TRUE"]], "null");
    expect(plan.unchanged).toBe(1);
    expect(plan.records).toMatchObject([{ id: "r1", cells: [{ after: "true" }] }]);
  });
});

describe("values of which the list shows the beginning", () => {
  const cut: Cell = ["begin", 5_000];
  const page = {
    columns: ["notes", "id"],
    rows: [["begin and end", "r1"]] as Cell[][],
    people: {},
  };

  it("are read whole first, of those records alone", () => {
    const target = into(["notes", "id"], notes("short", cut, cut, cut));
    expect(longCells(target, [["x"], ["y"], ["z"]])).toEqual({
      ids: ["r1", "r2"],
      fields: ["notes"],
    });
    expect(longCells(target, [["x"]])).toEqual({ ids: [], fields: [] });
  });

  it("say what they were once they are known, and are not replaced before", () => {
    const target = into(["notes"], notes("short", cut));
    const blind = planPaste(target, [["x"], ["y"]], "null");
    expect(blind.records[1]?.cells[0]?.error).toMatch(/too long to be replaced/);
    const seen = planPaste(withWhole(target, page), [["x"], ["y"]], "null");
    expect(seen.records[1]?.cells[0]).toMatchObject({ before: "begin and end", after: "y" });
    expect(seen.records[1]?.cells[0]?.error).toBeUndefined();
  });

  it("are not read at all where that would be too much", () => {
    const huge: Cell = ["begin", 900_000];
    const target = into(["notes"], notes(huge, huge, huge, huge));
    expect(longCells(target, [["x"], ["x"], ["x"], ["x"]]).ids).toEqual([]);
    expect(longCells(target, [["x"], ["x"]]).ids).toHaveLength(2);
  });
});
