import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detectFormat, type Format, formats, readFile, writeFile } from "@/lib/settings/formats";

const awkward = new Map([
  ["app.empty", ""],
  ["app.null", "null"],
  ["app.tilde", "~"],
  ["app.zero", "007"],
  ["app.decimal", "1.50"],
  ["app.big", "9007199254740993"],
  ["app.true", "true"],
  ["app.date", "2026-10-01"],
  ["app.lines", "a\nb\n\n  c\n"],
  ["app.crlf", "a\r\nb\rc"],
  ["app.quotes", `it's "quoted" \`so\` \\ and $HOME #not a comment`],
  ["app.unicode", "žluťoučký 🐎 \u2028 \u0001"],
  ["app.json", '{"a": [1, "x"], "__proto__": null}'],
  ["app.spaces", "  both ends  "],
  ["app.template", "$".concat("{APP_NAME}")],
]);

const text = fc.string({ unit: "grapheme-composite" }).map((value) => value.replaceAll("\0", ""));
const anyText = fc.oneof(
  text,
  fc.string({
    unit: fc.constantFrom("'", '"', "`", "\\", "\n", "\r", "#", " ", "=", "a", "$", "\t", "-", ":"),
  }),
);
const key = fc.oneof(
  fc.stringMatching(/^[a-z][a-z_.\d]{0,20}$/),
  anyText.filter((value) => value !== ""),
);
const settings = fc
  .uniqueArray(fc.tuple(key, anyText), { selector: ([name]) => name, maxLength: 8 })
  .map(
    (entries) =>
      new Map(
        entries.filter(([name]) => !["__proto__", "constructor", "prototype"].includes(name)),
      ),
  );

const back = (format: Format, values: Map<string, string>) =>
  readFile(format, writeFile(format, values));

describe.each(formats)("as %s", (format) => {
  it("every literal comes back as it was", () => {
    expect(back(format, awkward)).toEqual({ ok: true, values: awkward });
    expect(detectFormat(writeFile(format, awkward))).toBe(format);
  });

  it("so do any others", () => {
    fc.assert(
      fc.property(settings, (values) => {
        expect(back(format, values)).toEqual({ ok: true, values });
      }),
      { numRuns: 300 },
    );
  });
});

describe("files of others", () => {
  it("a .env may be bare, quoted, exported and commented", () => {
    const file = `\uFEFF# made by hand\r\nA=1\r\nexport B = two words # said so\nC=\nD='a\nb'\nE="x\\ny" # z\n\n  F=#none\n`;
    expect(readFile("env", file)).toEqual({
      ok: true,
      values: new Map([
        ["A", "1"],
        ["B", "two words"],
        ["C", ""],
        ["D", "a\nb"],
        ["E", "x\ny"],
        ["F", ""],
      ]),
    });
  });

  it("YAML keeps every scalar as it is written", () => {
    expect(readFile("yaml", "a: 090\nb: yes\nc: 1.50\nd: |\n  x\n  y\ne: ~\n")).toEqual({
      ok: true,
      values: new Map([
        ["a", "090"],
        ["b", "yes"],
        ["c", "1.50"],
        ["d", "x\ny\n"],
        ["e", "~"],
      ]),
    });
  });

  it("JSON may say true and small integers without quotes", () => {
    expect(readFile("json", '{"a": true, "b": 90}')).toEqual({
      ok: true,
      values: new Map([
        ["a", "true"],
        ["b", "90"],
      ]),
    });
  });

  it.each<[Format, string, RegExp]>([
    ["json", "{", /not JSON/],
    ["json", "[1]", /one object/],
    ["json", '{"a": 1.5}', /“a” is no text/],
    ["json", '{"a": null}', /“a” is no text/],
    ["json", '{"a": {"b": "c"}}', /“a” is no text/],
    ["json", '{"__proto__": "x"}', /__proto__/],
    ["json", '{"constructor": "x"}', /constructor/],
    ["yaml", "a: [", /not YAML/],
    ["yaml", "a: 1\na: 2", /not YAML/],
    ["yaml", "a: &x 1\nb: *x", /Aliases/],
    ["yaml", "- a", /one object/],
    ["yaml", "__proto__: x", /__proto__/],
    ["yaml", "[".repeat(100_000), /./],
    ["json", `{"a": ${"[".repeat(100_000)}`, /not JSON/],
    ["env", `A='${" ".repeat(1_000_000)}`, /Line 1/],
    ["env", `A=${" #x".repeat(300_000)}\nnonsense`, /Line 2/],
    ["env", "A=1\nnonsense", /Line 2/],
    ["env", "A='open", /Line 1/],
    ["env", "A=1\nA=2", /“A” stands there twice/],
    ["env", "__proto__=1", /__proto__/],
  ])("refuses %s %j with a sentence", (format, file, problem) => {
    const read = readFile(format, file);
    expect(read.ok ? "" : read.problem).toMatch(problem);
  });
});
