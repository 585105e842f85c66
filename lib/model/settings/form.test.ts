import { describe, expect, it } from "vitest";
import type { SettingFacts } from "@/lib/model/settings/facts";
import { readSettingsForm, settingNames } from "@/lib/model/settings/form";
import { guessKind } from "@/lib/model/settings/guess";
import type { SeenSetting } from "@/lib/model/settings/row";

const facts = (kind: SettingFacts["kind"], more: Partial<SettingFacts> = {}): SettingFacts => ({
  kind,
  label: "K",
  group: "G",
  mayBePublic: true,
  ...more,
});

const stored = (value: string, isPublic = "false"): SeenSetting => ({
  id: "1",
  version: "v",
  value,
  isPublic,
});

function read(sent: [name: string, value: string][], known: SettingFacts, seen: SeenSetting) {
  const form = new FormData();
  form.append(settingNames.shown("k"), "");
  for (const [name, value] of sent) form.append(name, value);
  return readSettingsForm(form, { k: seen }, () => known);
}

describe("the form of settings", () => {
  it.each<[string, SettingFacts, SeenSetting, [string, string][]]>([
    ["a text", facts("text"), stored("a"), [["text:k", "a"]]],
    ["its line breaks", facts("text", { isLong: true }), stored("a\r\nb"), [["text:k", "a\nb"]]],
    ["a boolean in other words", facts("boolean"), stored("yes"), [["text:k", "true"]]],
    ["what is not ticked", facts("boolean"), stored("0"), []],
    ["a list with other spaces", facts("list"), stored("a, b"), [["text:k", "a\r\nb"]]],
    [
      "ticked items in another order",
      facts("list", { options: ["a", "b"] }),
      stored("b,a"),
      [
        ["item:k", "a"],
        ["item:k", "b"],
      ],
    ],
    [
      "a default that is not stored",
      facts("number", { default: "9" }),
      { isPublic: "false" },
      [["text:k", "9"]],
    ],
    ["an invalid text", facts("boolean"), stored("maybe"), [["text:k", "maybe"]]],
    ["a secret left empty", facts("secret"), { id: "1", isPublic: "false" }, [["text:k", ""]]],
    ["a setting too long to be shown", facts("text"), { id: "1", isPublic: "false" }, []],
  ])("leaves alone %s", (_what, known, seen, sent) => {
    expect(read(sent, known, seen)).toEqual([]);
  });

  it("keeps the breaks, the separators and the order that were there", () => {
    expect(read([["text:k", "a\nc"]], facts("text", { isLong: true }), stored("a\r\nb"))).toEqual([
      { key: "k", value: "a\r\nc" },
    ]);
    expect(read([["text:k", "a\n\nc"]], facts("list"), stored('["a"]'))).toEqual([
      { key: "k", value: '["a","c"]' },
    ]);
    expect(read([["text:k", "a\nb, c"]], facts("list"), stored("a"))).toEqual([
      { key: "k", value: '["a","b, c"]' },
    ]);
    const ticked: [string, string][] = [
      ["item:k", "a"],
      ["item:k", "b"],
      ["item:k", "c"],
    ];
    expect(read(ticked, facts("list", { options: ["a", "b", "c"] }), stored("c,a"))).toEqual([
      { key: "k", value: "c,a,b" },
    ]);
  });

  it("reads ticks: on, public, reset", () => {
    expect(
      read(
        [
          ["text:k", "true"],
          ["public:k", "true"],
        ],
        facts("boolean"),
        stored("false"),
      ),
    ).toEqual([{ key: "k", value: "true", isPublic: true }]);
    expect(read([["text:k", "a"]], facts("text"), stored("a", "true"))).toEqual([
      { key: "k", isPublic: false },
    ]);
    expect(
      read(
        [
          ["text:k", "b"],
          ["reset:k", "true"],
        ],
        facts("text"),
        stored("a"),
      ),
    ).toEqual([{ key: "k", resets: true }]);
  });

  it("offers no opening where the declaration allows none, and always the closing", () => {
    const closed = facts("text", { mayBePublic: false });
    expect(
      read(
        [
          ["text:k", "a"],
          ["public:k", "true"],
        ],
        closed,
        stored("a"),
      ),
    ).toEqual([]);
    expect(read([["text:k", "a"]], closed, stored("a", "true"))).toEqual([
      { key: "k", isPublic: false },
    ]);
  });

  it("reads nothing of settings that were not on the page", () => {
    const form = new FormData();
    form.append("text:k", "b");
    expect(readSettingsForm(form, { k: stored("a") }, () => facts("text"))).toEqual([]);
  });
});

describe("guesses", () => {
  it.each([
    ["true", "boolean"],
    ["42", "number"],
    ["-2.5", "number"],
    ["https://a.example", "url"],
    ["a@b.example", "email"],
    ["#fff", "colour"],
    ["PT5M", "duration"],
    ["90m", "duration"],
    ["*/5 * * * *", "cron"],
    ['{"a": 1}', "json"],
    ["007", undefined],
    ["2026-10-01", undefined],
    ["{not json}", undefined],
    ["Paris", undefined],
    ["", undefined],
  ])("%j", (literal, kind) => {
    expect(guessKind(literal)).toBe(kind);
  });
});
