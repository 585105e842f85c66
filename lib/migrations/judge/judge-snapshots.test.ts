import { expect, test } from "vitest";
import type { Snapshot } from "@/lib/migrations/facts";
import { source } from "@/lib/migrations/judge/facts.fixture";
import { judgeSnapshots } from "@/lib/migrations/judge/judge-snapshots";
import type { SchemaChange } from "@/lib/model/migrations/status";

const origin = "00000000-0000-0000-0000-000000000000";

function read(tag: string, id: string, ...parents: string[]): Snapshot {
  return { tag, kind: "read", id, parents };
}

const chain = [read("0000", "a", origin), read("0001", "b", "a"), read("0002", "c", "b")];

function judge(snapshots: Snapshot[], ungenerated?: SchemaChange[]) {
  const journal = { kind: "no folder" } as const;
  return judgeSnapshots(
    { journal, files: [], snapshots, ...(ungenerated && { ungenerated }) },
    source,
  );
}

test("a whole chain, and none at all, say nothing", () => {
  expect(judge(chain)).toEqual([]);
  expect(judge([])).toEqual([]);
});

test("the last one missing: generate would write things down again", () => {
  const [found, ...rest] = judge([...chain.slice(0, 2), { tag: "0002", kind: "missing" }]);
  expect(rest).toEqual([]);
  expect(found).toMatchObject({
    state: "snapshot missing",
    severity: "warn",
    headline: "The snapshot of 0002 is missing",
    sentence: expect.stringContaining("write down again"),
  });
});

test("many missing are one finding, and explain the parents after them", () => {
  const gap = ["0001", "0002", "0003"].map((tag): Snapshot => ({ tag, kind: "missing" }));
  const found = judge([chain[0] as Snapshot, ...gap, read("0004", "x", "lost")]);
  expect(found.map(({ headline }) => headline)).toEqual(["3 snapshots are missing"]);
});

test("one that cannot be read is told with the reason", () => {
  const broken: Snapshot = { tag: "0001", kind: "unreadable", reason: "not JSON" };
  const [found] = judge([chain[0] as Snapshot, broken, chain[2] as Snapshot]);
  expect(found?.evidence).toEqual([{ label: "0001", value: "cannot be read: not JSON" }]);
});

test("forked: two from one state", () => {
  const found = judge([...chain, read("0003", "d", "b")]);
  expect(found).toMatchObject([
    { state: "snapshot forked", headline: "0002 and 0003 start from the same snapshot" },
  ]);
});

test("a merge of v1 has several parents and is no fork", () => {
  const merged = [...chain.slice(0, 2), read("0002", "c", "a", "b")];
  expect(judge(merged)).toEqual([]);
});

test("broken parent", () => {
  const found = judge([...chain.slice(0, 2), read("0002", "c", "elsewhere")]);
  expect(found).toMatchObject([
    { state: "broken parent", headline: "The snapshot of 0002 has an unknown parent" },
  ]);
});

test("ungenerated: the changes in words, the long rest counted", () => {
  const added: SchemaChange = {
    change: "added",
    kind: "column",
    name: "note",
    table: "shop_orders",
    before: null,
    after: "text",
  };
  expect(judge(chain, [])).toEqual([]);
  expect(judge(chain, [added])).toMatchObject([
    {
      state: "ungenerated",
      severity: "warn",
      headline: "1 change of schema.ts has no migration",
      evidence: [{ value: "column note of shop_orders added: text" }],
    },
  ]);
  const [many] = judge(chain, Array(20).fill(added));
  expect(many?.evidence.at(-1)).toEqual({ label: "And", value: "8 more" });
});
