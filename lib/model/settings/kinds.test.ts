import { describe, expect, expectTypeOf, it } from "vitest";
import { z } from "zod";
import { defineSettings, factsOf, secretKeys, type ValueOf } from "@/lib/model/settings/contract";
import { duration, formatDuration, parseDuration } from "@/lib/model/settings/duration";
import {
  boolean,
  choice,
  colour,
  cron,
  email,
  json,
  list,
  secret,
  text,
  url,
} from "@/lib/model/settings/kinds";
import { decimal, number } from "@/lib/model/settings/number";
import type { Setting } from "@/lib/model/settings/setting";

const contract = defineSettings({
  "a.on": boolean({ default: false }),
  "a.minutes": number({ default: 90, min: 5, max: 480, integer: true, unit: "minutes" }),
  "a.share": number({ default: 0.5 }),
  "a.rate": decimal({ default: "120.00", min: "0.01" }),
  "a.rows": decimal({ default: "1", integer: true, max: "9007199254740993" }),
  "a.name": text({ default: "", pattern: /^[a-z]*$/, patternProblem: "Use small letters." }),
  "a.long": text({ default: "", long: true, maxLength: 5 }),
  "a.way": choice(["robin", "manual"], { default: "robin" }),
  "a.url": url({ default: "https://example.com" }),
  "a.hook": url({ default: "", optional: true }),
  "a.mail": email({ default: "a@example.com" }),
  "a.json": json(z.object({ n: z.number() }), { default: { n: 1 } }),
  "a.wait": duration({ default: "90m", min: "1m" }),
  "a.colour": colour({ default: "#aabbcc" }),
  "a.words": list({ default: ["x"] }),
  "a.ways": list({ default: ["email"], of: ["email", "push"] }),
  "a.cron": cron({ default: "0 7 * * *" }),
  "a.token": secret(),
});

type Key = keyof typeof contract;
const parse = (key: Key, given: string) => (contract[key] as Setting).parse(given);

describe("the values of a contract", () => {
  it("have the types that were declared", () => {
    type Values = { [K in Key]: ValueOf<(typeof contract)[K]> };
    expectTypeOf<Values["a.minutes"]>().toEqualTypeOf<number>();
    expectTypeOf<Values["a.rate"]>().toEqualTypeOf<string>();
    expectTypeOf<Values["a.on"]>().toEqualTypeOf<boolean>();
    expectTypeOf<Values["a.way"]>().toEqualTypeOf<"robin" | "manual">();
    expectTypeOf<Values["a.json"]>().toEqualTypeOf<{ n: number }>();
    expectTypeOf<Values["a.words"]>().toEqualTypeOf<readonly string[]>();
    expectTypeOf<Values["a.ways"]>().toEqualTypeOf<readonly ("email" | "push")[]>();
    expectTypeOf<Values["a.wait"]>().toEqualTypeOf<number>();
    expectTypeOf<Values["a.token"]>().toEqualTypeOf<string | null>();
  });

  it.each<[Key, string, unknown]>([
    ["a.on", "true", true],
    ["a.on", " OFF ", false],
    ["a.minutes", "090", 90],
    ["a.share", "0.10", 0.1],
    ["a.share", "-1e-7", -1e-7],
    ["a.rate", "129.50", "129.50"],
    ["a.rows", "9007199254740993", "9007199254740993"],
    ["a.name", "abc", "abc"],
    ["a.long", "a\nb", "a\nb"],
    ["a.way", "manual", "manual"],
    ["a.url", "https://x.example/a?b=1", "https://x.example/a?b=1"],
    ["a.hook", "", ""],
    ["a.mail", "b@c.de", "b@c.de"],
    ["a.json", ' {"n": 2} ', { n: 2 }],
    ["a.wait", "PT24H", 86_400_000],
    ["a.colour", "#ABC", "#ABC"],
    ["a.words", "a, b,c", ["a", "b", "c"]],
    ["a.words", '["a,b", ""]', ["a,b", ""]],
    ["a.words", "", []],
    ["a.ways", "push,email", ["push", "email"]],
    ["a.cron", "*/15 7-18 * * 1-5", "*/15 7-18 * * 1-5"],
    ["a.token", " s ", " s "],
  ])("%s reads %j", (key, given, value) => {
    expect(parse(key, given)).toEqual({ ok: true, value });
  });

  it.each<[Key, string, RegExp]>([
    ["a.on", "maybe", /true or false/],
    ["a.minutes", "4", /^Enter 5 to 480 minutes\.$/],
    ["a.minutes", "90.5", /whole number/],
    ["a.minutes", "", /whole number/],
    ["a.share", "0,5", /Enter a number/],
    ["a.share", "Infinity", /Enter a number/],
    ["a.share", "9007199254740993", /more digits/],
    ["a.rate", "0.009", /0\.01 or more/],
    ["a.rows", "9007199254740994", /9007199254740993 or less/],
    ["a.rows", "1.0", /whole/],
    ["a.name", "ABC", /^Use small letters\.$/],
    ["a.name", "a\nb", /one line/],
    ["a.long", "123456", /at most 5/],
    ["a.way", "least", /robin, manual/],
    ["a.url", "javascript:alert(1)", /whole address/],
    ["a.url", "", /whole address/],
    ["a.mail", "nobody", /e-mail/],
    ["a.json", '{\n "n": }', /line 2, column 7/],
    ["a.json", '{"n": "2"}', /^At n: /],
    ["a.wait", "90", /its unit/],
    ["a.wait", "30s", /1m or more/],
    ["a.wait", "P1M", /differ in length/],
    ["a.colour", "green", /hexadecimal/],
    ["a.words", "[1]", /JSON array/],
    ["a.ways", "email,pigeon", /pigeon/],
    ["a.cron", "61 * * * *", /five fields/],
    ["a.cron", "0 0 30 2 *", /five fields/],
  ])("%s refuses %j with a sentence", (key, given, problem) => {
    const parsed = parse(key, given);
    expect(parsed.ok ? "" : parsed.problem).toMatch(problem);
    expect(parsed.ok ? "" : parsed.problem).toMatch(/\.$/);
  });

  it("come back from the text that they are written as", () => {
    for (const setting of Object.values(contract) as Setting[]) {
      if (setting.default === null) continue;
      const again = setting.parse(setting.format(setting.default));
      expect(again).toEqual({ ok: true, value: setting.default });
    }
  });
});

describe("durations", () => {
  it.each([
    ["90m", 5_400_000],
    ["1h 30m", 5_400_000],
    ["1h30min", 5_400_000],
    ["0.1s", 100],
    ["1d12h", 129_600_000],
    ["250ms", 250],
    ["P1DT12H", 129_600_000],
    ["P2W", 1_209_600_000],
    ["PT0.5S", 500],
  ])("%s", (given, ms) => {
    expect(parseDuration(given)).toEqual({ ok: true, value: ms });
    expect(parseDuration(formatDuration(ms))).toEqual({ ok: true, value: ms });
  });

  it.each(["", "P", "PT", "1x", "m", "h1", "1h m", "0.1ms"])("%j is none", (given) => {
    expect(parseDuration(given).ok).toBe(false);
  });
});

describe("a contract", () => {
  it("names the key whose default it refuses", () => {
    expect(() => defineSettings({ "a.b": number({ default: 1, min: 2 }) })).toThrow(
      /a\.b.*2 or more/s,
    );
    expect(() => defineSettings({ ["__proto__"]: text({ default: "" }) })).toThrow("__proto__");
  });

  it("tells a browser facts alone, and of a secret no value", () => {
    const facts = Object.entries(contract).map(([key, setting]) =>
      factsOf(key, setting as Setting),
    );
    expect(structuredClone(facts)).toEqual(facts);
    expect(facts.find(({ kind }) => kind === "secret")).toEqual({
      kind: "secret",
      label: "Token",
      group: "A",
      mayBePublic: false,
    });
    expect(facts[1]).toMatchObject({ unit: "minutes", limits: "5 to 480", default: "90" });
  });

  it("says which keys are secret, and which only sound so", () => {
    const keys = secretKeys({ password_hint: text({ default: "" }), x: secret() });
    expect(keys).toEqual({ is: ["x"], isNot: ["password_hint"] });
  });
});
