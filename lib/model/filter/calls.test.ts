import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Call, formatCalls, parseCalls } from "@/lib/model/filter/calls";
import { anyText } from "@/lib/model/testing/any-text";

const { call } = fc.letrec<{ call: Call; argument: Call | string }>((tie) => ({
  call: fc.record({
    name: fc.stringMatching(/^[a-z]{0,6}$/),
    args: fc.array(tie("argument"), { minLength: 1, maxLength: 3 }),
  }),
  argument: fc.oneof({ maxDepth: 3 }, anyText(), tie("call")),
}));

describe("calls as text", () => {
  it("lead back to the calls, whatever the texts in them", () => {
    fc.assert(
      fc.property(fc.array(call, { maxLength: 4 }), (calls) => {
        expect(parseCalls(formatCalls(calls))).toEqual(calls);
      }),
    );
  });

  it.each<[string, Call[]]>([
    ["", []],
    ["is(status,done)", [{ name: "is", args: ["status", "done"] }]],
    ["null(notes)", [{ name: "null", args: ["notes"] }]],
    ['is(notes,"")', [{ name: "is", args: ["notes", ""] }]],
    ["is(notes, a )", [{ name: "is", args: ["notes", " a "] }]],
    ['is(notes,"a \\"b\\", (c)\\\\")', [{ name: "is", args: ["notes", 'a "b", (c)\\'] }]],
    [
      "any(is(a,1),gt(b,2)),lt(c,3)",
      [
        {
          name: "any",
          args: [
            { name: "is", args: ["a", "1"] },
            { name: "gt", args: ["b", "2"] },
          ],
        },
        { name: "lt", args: ["c", "3"] },
      ],
    ],
  ])("read %s", (text, calls) => {
    expect(parseCalls(text)).toEqual(calls);
  });

  it.each([
    "status",
    "is(status",
    "is(status,done))",
    'is(notes,"a)',
    'is(notes,"a"b)',
    ")",
    ",",
    "is(a)b",
    "a(".repeat(50_000),
    `${"a(".repeat(9)}b${")".repeat(9)}`,
  ])("A11: are nothing else: %#", (text) => {
    expect(parseCalls(text)).toBeUndefined();
  });

  it("A26: are read in one pass, however long", () => {
    const value = '%"\\'.repeat(30_000);
    const calls = [{ name: "contains", args: ["notes", value] }];
    expect(parseCalls(formatCalls(calls))).toEqual(calls);
  });
});
