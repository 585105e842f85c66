// Test support: literals that a column of each kind takes, the awkward ones among them.
import fc from "fast-check";
import { anyText, character } from "@/lib/model/testing/any-text";
import type { kinds } from "@/lib/records/testing/kinds";

type Column = Exclude<keyof typeof kinds.$inferSelect, "id">;

const awkwardTexts = [
  "",
  " ",
  "NULL",
  "null",
  "''",
  "'",
  '"',
  "\\",
  "\\'",
  "\t",
  "\r",
  "\n",
  "\r\n",
  " x ",
  "\uffff",
  "\u{10FFFF}",
  "{}",
  "$1",
  "%s",
  "-- x",
  "/*",
  ",",
];

const text = fc.oneof(
  { weight: 3, arbitrary: anyText() },
  { weight: 1, arbitrary: fc.constantFrom(...awkwardTexts) },
);

const bounded = (bits: bigint) => {
  const half = 2n ** (bits - 1n);
  return fc
    .oneof(fc.bigInt({ min: -half, max: half - 1n }), fc.constantFrom(-half, half - 1n, 0n))
    .map(String);
};

const digits = (maxLength: number) => fc.stringMatching(new RegExp(`^[0-9]{1,${maxLength}}$`));
const sign = fc.constantFrom("", "-", "+");

const price = fc
  .tuple(sign, digits(8), fc.option(digits(2)))
  .map(([minus, whole, cents]) => minus + whole + (cents === null ? "" : `.${cents}`));

const numeric = fc.oneof(
  fc.tuple(sign, digits(60), digits(60)).map(([minus, whole, part]) => `${minus}${whole}.${part}`),
  fc.constantFrom("NaN", "Infinity", "-Infinity", "-0", "0.000", "1e400", "12.5e-30", ".5", "5."),
);

const double = fc
  .oneof(fc.double(), fc.constantFrom(0.1, 5e-324, Number.MAX_VALUE))
  .map((value) => (Object.is(value, -0) ? "-0" : String(value)));

/** Six digits lead back to themselves in any `real`; the others are as Postgres prints them. */
const real = fc.oneof(
  fc
    .tuple(sign, fc.integer({ min: 100_000, max: 999_999 }), fc.integer({ min: -35, max: 30 }))
    .map(([minus, digits, exponent]) => `${minus}${digits}e${exponent}`),
  fc.constantFrom(
    "NaN",
    "Infinity",
    "-Infinity",
    "-0",
    "1e-45",
    "1.1754944e-38",
    "3.4028235e+38",
    "16777216",
  ),
);

const two = (max: number) =>
  fc.integer({ min: 0, max }).map((value) => String(value).padStart(2, "0"));
const fraction = (maxDigits: number) => fc.option(digits(maxDigits), { nil: undefined });

const clock = (maxDigits: number) =>
  fc
    .tuple(two(23), two(59), two(59), fraction(maxDigits))
    .map(
      ([hours, minutes, seconds, part]) =>
        `${hours}:${minutes}:${seconds}${part ? `.${part}` : ""}`,
    );

const calendarDay = fc
  .tuple(
    fc.integer({ min: 1, max: 290_000 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map((parts) =>
    parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, "0")).join("-"),
  );

const era = (moment: fc.Arbitrary<string>) =>
  fc
    .tuple(moment, fc.boolean())
    .map(([at, isBefore]) => (isBefore && /^[0-3]\d{3}-/.test(at) ? `${at} BC` : at));

const infinities = fc.constantFrom("infinity", "-infinity");

const timestamp = (maxDigits: number) =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: era(fc.tuple(calendarDay, clock(maxDigits)).map((parts) => parts.join(" "))),
    },
    infinities,
    fc.constantFrom("294276-12-31 23:59:59.999", "4714-11-24 00:00:00 BC", "2026-03-29 02:30:00"),
  );

const offset = fc.constantFrom("Z", "+00", "+02", "-05:30", "+15:59:59", "-15:59");

const instant = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(calendarDay, clock(6), offset)
      .map(([day, time, zone]) => `${day} ${time}${zone}`),
  },
  infinities,
);

const interval = fc.oneof(
  fc
    .tuple(
      fc.integer({ min: -9999, max: 9999 }),
      fc.integer({ min: -400, max: 400 }),
      sign,
      clock(6),
    )
    .map(([months, days, minus, time]) => `${months} mons ${days} days ${minus}${time}`),
  fc.constantFrom(
    "infinity",
    "-infinity",
    "P1Y2M3DT4H5M6.789S",
    "178000000 years",
    "-00:00:00.000001",
    "0",
  ),
);

const awkwardJson = [
  '{"a":1,"a":2}',
  "[12345678901234567890, -0, 1.10, 1e400]",
  ' { "b" : [ ] , "a" : { } } ',
  '"\\u00e9\\ud83d\\ude00"',
  '{"":null,"__proto__":1,"constructor":{}}',
  "null",
  '"\\\\"',
  '"a\\nb"',
];

const json = fc.oneof(fc.json({ stringUnit: character }), fc.constantFrom(...awkwardJson));

const quoted = (element: string) => `"${element.replace(/["\\]/g, "\\$&")}"`;

/** Arrays of one and of two dimensions, empty ones, and NULL among the elements. */
const arrayOf = (element: fc.Arbitrary<string>) => {
  const part = fc
    .option(element, { freq: 4 })
    .map((value) => (value === null ? "NULL" : quoted(value)));
  const row = (minLength: number, maxLength = 4) =>
    fc.array(part, { minLength, maxLength }).map((parts) => `{${parts.join(",")}}`);
  return fc.oneof(
    { weight: 4, arbitrary: row(0) },
    {
      weight: 1,
      arbitrary: fc
        .array(row(2, 2), { minLength: 1, maxLength: 3 })
        .map((rows) => `{${rows.join(",")}}`),
    },
  );
};

const bytes = fc.uint8Array().map((value) => `\\x${Buffer.from(value).toString("hex")}`);
const labels = fc.constantFrom("fine", "so, so", 'the "best"', "O'Kay", "NULL", "");
const boolean = fc.constantFrom("true", "false", "t", "f", "yes", "no", "on", "off", "1", "0");

const range = fc
  .tuple(
    fc.constantFrom("[", "("),
    fc.integer({ max: 0 }),
    fc.integer({ min: 2, max: 2 ** 31 - 2 }),
    fc.constantFrom("]", ")"),
  )
  .map(([open, low, high, close]) => `${open}${low},${high}${close}`);

export const literalsByColumn: Record<Column, fc.Arbitrary<string>> = {
  aText: text,
  aVarchar: anyText(40),
  aChar: anyText(5),
  aSmallint: bounded(16n),
  anInteger: bounded(32n),
  aBigint: bounded(64n),
  aNumeric: numeric,
  aPrice: price,
  aReal: real,
  aDouble: double,
  aBoolean: boolean,
  anEnum: labels,
  aTimestamp: timestamp(6),
  aMillisecond: timestamp(3),
  anInstant: instant,
  aDate: fc.oneof(era(calendarDay), infinities, fc.constantFrom("5874897-12-31", "4714-11-24 BC")),
  aTime: fc.oneof(clock(6), fc.constant("24:00:00")),
  aZonedTime: fc.tuple(clock(6), offset).map((parts) => parts.join("")),
  anInterval: interval,
  aJson: json,
  aJsonb: json,
  texts: arrayOf(text),
  integers: arrayOf(bounded(32n)),
  prices: arrayOf(price),
  reals: arrayOf(real),
  enums: arrayOf(labels),
  jsonbs: arrayOf(json),
  timestamps: arrayOf(timestamp(6)),
  booleans: arrayOf(boolean),
  bytes,
  address: fc.oneof(fc.ipV4(), fc.ipV6(), fc.constantFrom("10.0.0.1/8", "::1/64")),
  range: fc.oneof(range, fc.constantFrom("empty", "(,)", "[1,)", "(,5]")),
  span: fc.constantFrom("empty", "(,)", "[2026-03-29 02:30:00.000001+02,)", "[-infinity,infinity]"),
  point: fc.tuple(double, double).map((parts) => `(${parts.join(",")})`),
  xml: fc.constantFrom("<a/>", "<a>&amp;\n é</a>", "text", "", "<a x='1'>'</a><b/>"),
  money: price,
  bits: fc.stringMatching(/^[01]{3}$/),
  someBits: fc.stringMatching(/^[01]{0,70}$/),
  words: fc
    .array(
      anyText(20)
        .filter(Boolean)
        .map((word) => `'${word.replace(/['\\]/g, "$&$&")}':1A`),
    )
    .map((words) => words.join(" ")),
  relation: fc.constantFrom("base_kinds", "base_users", "pg_class"),
  domain: price.map((value) => value.replace("-", "")),
  email: text,
  composite: fc
    .tuple(fc.option(text), fc.option(bounded(32n)))
    .map(
      ([name, height]) =>
        `(${name === null ? "" : `"${name.replace(/["\\]/g, "$&$&")}"`},${height ?? ""})`,
    ),
};
