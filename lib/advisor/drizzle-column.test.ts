import { expect, it } from "vitest";
import { columnLine } from "@/lib/advisor/drizzle-column";
import { column } from "@/lib/advisor/facts.fixture";

it.each<[string, Parameters<typeof column>[2], string]>([
  ["text", {}, 'text("x")'],
  ["uuid", { notNull: true, default: "gen_random_uuid()" }, 'uuid("x").notNull().defaultRandom()'],
  [
    "character varying(50)",
    { default: "'it''s'::character varying" },
    'varchar("x", { length: 50 }).default("it\'s")',
  ],
  ["numeric(10,2)", { default: "0" }, 'numeric("x", { precision: 10, scale: 2 }).default(sql`0`)'],
  [
    "bigint",
    { isIdentity: true, notNull: true },
    'bigint("x", { mode: "bigint" }).generatedByDefaultAsIdentity()',
  ],
  ["integer", { default: "nextval('x_seq'::regclass)", notNull: true }, 'serial("x")'],
  ["boolean", { default: "false" }, 'boolean("x").default(false)'],
  [
    "timestamp(3) with time zone",
    { default: "now()" },
    'timestamp("x", { precision: 3, withTimezone: true }).defaultNow()',
  ],
  ["timestamp without time zone", {}, 'timestamp("x")'],
  ["double precision", {}, 'doublePrecision("x")'],
  ["text[]", { default: "'{}'::text[]" }, "text(\"x\").array().default(sql`'{}'::text[]`)"],
  ["jsonb", { default: `'{"a": 1}'::jsonb` }, 'jsonb("x").default({"a": 1})'],
  ["app_state", { isEnum: true }, 'appState("x")'],
  ["citext", {}, 'customType<{ data: string }>({ dataType: () => "citext" })("x")'],
  ["text", { default: "lower('A`B')" }, "text(\"x\").default(sql`lower('A\\`B')`)"],
])("writes %s", (type, given, line) => {
  expect(columnLine("x", column("x", type, given))).toBe(`x: ${line},`);
});

it("quotes what is no name", () => {
  expect(columnLine("2fa", column("2fa"))).toBe('"2fa": text("2fa"),');
});
