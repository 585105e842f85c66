import { describe, expect, it } from "vitest";
import { coachingSessions } from "@/lib/db/schema";
import { deriveResource } from "@/lib/model/define-resource";
import { cellKey, type Decisions, decided, editsOf, remarksOn } from "@/lib/model/paste-decisions";
import type { PastedRecord } from "@/lib/model/paste-plan";
import { type Field, fieldOf } from "@/lib/model/resource";
import { failure } from "@/lib/model/write-result";

const sessions = deriveResource(coachingSessions, { prefix: "ai_coach_" });
const field = (name: string) => fieldOf(sessions, name) as Field;
const none: Decisions = new Map();

const records: PastedRecord[] = [
  { id: "a", title: "A", cells: [{ field: field("status"), before: "x", after: "y" }] },
  {
    id: "b",
    title: "B",
    cells: [
      { field: field("notes"), before: null, after: "" },
      { field: field("duration"), before: "1", after: "much", error: "Enter a whole number." },
    ],
  },
];

describe("what is written when a paste is confirmed", () => {
  it("is all that is right, with what was seen", () => {
    expect(editsOf(decided(records, none))).toEqual([
      { id: "b", values: { notes: "" }, seen: { notes: null } },
      { id: "a", values: { status: "y" }, seen: { status: "x" } },
    ]);
  });

  it("overwrites what others wrote only once it was shown", () => {
    const decisions = remarksOn(none, [
      { id: "a", failure: failure("Someone changed this record.", {}, { status: "theirs" }) },
    ]);
    const shown = decided(records, decisions);
    expect(shown[0]).toMatchObject({ id: "a", cells: [{ theirs: "theirs" }] });
    expect(editsOf(shown)[0]).toEqual({
      id: "a",
      values: { status: "y" },
      seen: { status: "theirs" },
    });
  });

  it("leaves alone what is to stay theirs, and what the database refused", () => {
    const kept: Decisions = new Map([
      [cellKey("a", "status"), { theirs: null, isTheirs: true }],
      [cellKey("b", "notes"), { error: "No." }],
    ]);
    expect(editsOf(decided(records, kept))).toEqual([]);
  });

  it("tries again what was wrong with a record as a whole, and forgets what was said of it", () => {
    const first = remarksOn(none, [{ id: "a", failure: failure("Someone is changing this.") }]);
    const [record] = decided(records, first);
    expect(record).toMatchObject({ id: "a", error: "Someone is changing this." });
    expect(editsOf(decided(records, first)).map(({ id }) => id)).toContain("a");
    const second = remarksOn(first, [{ id: "b", failure: failure(undefined, { notes: "No." }) }]);
    expect(decided(records, second).find(({ id }) => id === "a")?.error).toBeUndefined();
  });
});
