import { expect, test } from "vitest";
import { alterColumn } from "@/lib/migrations/drift/alter-column";
import type { Column } from "@/lib/migrations/drift/objects";

function column(more: Partial<Column>): Column {
  return {
    schema: "public",
    table: "shop_items",
    name: "price",
    type: "text",
    isNotNull: false,
    expression: null,
    identity: "",
    generated: "",
    collation: null,
    sequence: null,
    ...more,
  };
}

const alter = 'ALTER TABLE "public"."shop_items" ALTER COLUMN "price"';

test.each<[found: string, expected: string, step: string]>([
  // Refused when something is too long; an explicit cast would cut it.
  ["text", "character varying(9)", "TYPE character varying(9)"],
  ["bigint", "numeric(10,2)", "TYPE numeric(10,2)"],
  [
    "timestamp(3) with time zone",
    "timestamp without time zone",
    "TYPE timestamp without time zone",
  ],
  ["text", "integer", 'TYPE integer USING "price"::integer'],
  ["public.a", "public.b", 'TYPE public.b USING "price"::text::public.b'],
  ["public.a[]", "public.b[]", 'TYPE public.b[] USING "price"::text[]::public.b[]'],
])("from %s to %s", (found, expected, step) => {
  expect(alterColumn(column({ type: found }), column({ type: expected }))).toBe(
    `${alter} ${step};`,
  );
});

test("a default goes before its type does, and comes back after", () => {
  const found = column({ type: "integer", expression: "0" });
  const expected = column({ type: "text", expression: "'none'::text", isNotNull: true });
  expect(alterColumn(found, expected).split("\n")).toEqual([
    `${alter} DROP DEFAULT;`,
    `${alter} TYPE text USING "price"::text;`,
    `${alter} SET DEFAULT 'none'::text;`,
    `${alter} SET NOT NULL;`,
  ]);
});
