import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { loadParser, parseMigration } from "@/lib/migrations/sql/parse";
import type { Statement } from "@/lib/model/migrations/sql";

beforeAll(loadParser);

function only(sql: string): Statement {
  const { statements } = parseMigration(sql);
  const [first] = statements;
  if (!first || statements.length > 1) throw new Error(`${statements.length} statements: ${sql}`);
  return first;
}

describe("cut as drizzle cuts", () => {
  test("parts, lines and texts", () => {
    const file =
      '-- Custom\nCREATE TABLE "ä" (id int);\n--> statement-breakpoint\n\n-- why\nSELECT 1; SELECT 2;\n--> statement-breakpoint\n-- nothing\n';
    expect(parseMigration(file).statements).toMatchObject([
      { text: 'CREATE TABLE "ä" (id int)', line: 2, part: 0 },
      { text: "SELECT 1", line: 6, part: 1 },
      { text: "SELECT 2", line: 6, part: 1 },
    ]);
  });

  test.each(["", "  \n", "-- only a remark", "--> statement-breakpoint", "/* a /* b */ */;;"])(
    "no statement in %j",
    (text) => expect(parseMigration(text).statements).toEqual([]),
  );

  test("semicolons in strings, bodies and blocks are no ends", () => {
    const body =
      "CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT 2; END";
    expect(parseMigration(`SELECT ';'; ${body}; SELECT $$;$$;`).statements).toHaveLength(3);
  });

  test("one part that is refused leaves the others understood", () => {
    const file =
      "SELECT 1;\n--> statement-breakpoint\nSELCT 2;\nDROP TABLE a;\n--> statement-breakpoint\nSELECT 3;";
    expect(parseMigration(file).statements).toMatchObject([
      { kind: "Query" },
      { kind: "Not understood", failure: { line: 3, column: 1 } },
      { kind: "Drop table", line: 4 },
      { kind: "Query", part: 2 },
    ]);
  });

  test("psql's commands end with their line", () => {
    expect(parseMigration("\\restrict x\nSELECT 1;\n").statements).toMatchObject([
      { text: "\\restrict x", failure: { message: expect.stringContaining("psql") } },
      { text: "SELECT 1" },
    ]);
  });

  test("a byte order mark is named, and the statement read all the same", () => {
    expect(only("\uFEFFCREATE TABLE a (id int);")).toMatchObject({
      kind: "Create table",
      failure: { line: 1, column: 1 },
    });
  });

  test("places count what an editor counts", () => {
    expect(only("/* 😀é */ SELECT 1 +;").failure).toMatchObject({ line: 1 });
    expect(only("-- 😀\r\nSELECT é FORM x y;").failure).toMatchObject({ line: 2, column: 15 });
  });

  const part = fc.constantFrom(
    "SELECT 1;",
    "CREATE TABLE a (id int)",
    "--> statement-breakpoint",
    "\n",
    "\r\n",
    "'",
    "$$",
    "\\i x\n",
    "-- ü\n",
    "DO $$ BEGIN END $$;",
    "(",
    ";",
    "😀",
    "\0",
    "/*",
    "*/",
    " BEGIN ATOMIC ",
  );

  test("never throws, and every statement stands in the file at its line", () => {
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const file = parts.join("");
        for (const { text, line } of parseMigration(file).statements) {
          expect(text).not.toBe("");
          const rest = file
            .split("\n")
            .slice(line - 1)
            .join("\n");
          expect(rest).toContain(text);
        }
      }),
    );
  });
});

test.each([
  [
    'ALTER TABLE "app_notes" ADD COLUMN "text" varchar(20);',
    "Add column",
    "Add column text to app_notes",
  ],
  [
    'ALTER TABLE "a" ALTER COLUMN "n" SET DATA TYPE numeric(10, 2)[];',
    "Change type",
    "Change type of n to numeric(10, 2)[] in a",
  ],
  ['ALTER TABLE "a" ALTER COLUMN "n" SET NOT NULL;', "Set not null", "Set not null on n in a"],
  [
    'ALTER TABLE "x"."a" DROP COLUMN "b", ADD "c" int;',
    "Alter table",
    "Alter x.a: drop column b, add column c",
  ],
  [
    'ALTER TABLE "a" ADD CONSTRAINT "k" UNIQUE("b");',
    "Add unique constraint",
    "Add unique constraint k to a",
  ],
  ['ALTER TABLE "a" ADD PRIMARY KEY ("b", "c");', "Add primary key", "Add primary key (b, c) to a"],
  ['ALTER TABLE "a" RENAME COLUMN "b" TO "c";', "Rename column", "Rename column b of a to c"],
  ['DROP INDEX "a_idx";', "Drop index", "Drop index a_idx"],
  ["ALTER TYPE \"public\".\"s\" ADD VALUE 'x' BEFORE 'y';", "Add enum value", "Add value x to s"],
  ["INSERT INTO a VALUES (1), (2);", "Insert", "Insert 2 rows into a"],
  ["INSERT INTO a DEFAULT VALUES;", "Insert", "Insert 1 row into a"],
  ["DROP POLICY p ON a;", "Drop policy", "Drop policy p on a"],
  ["GRANT SELECT ON a TO b;", "Other: GRANT", "GRANT SELECT ON a TO b"],
])("%s", (sql, kind, summary) => {
  expect(only(sql)).toMatchObject({ kind, summary });
});

describe("what exists afterwards", () => {
  const names = (objects: Statement["makes"]) =>
    objects.map(({ kind, schema, table, name }) =>
      [kind, schema, table, name].filter(Boolean).join(" "),
    );

  test.each([
    [
      'CREATE TABLE "s"."a" ("id" serial, CONSTRAINT "k" UNIQUE("id"));',
      ["table s a", "column s a id", "constraint s a k"],
      [],
    ],
    ['ALTER TABLE "a" RENAME TO "b";', ["table b"], ["table a"]],
    ['ALTER TABLE "a" SET SCHEMA "s";', ["table s a"], ["table a"]],
    ['CREATE UNIQUE INDEX "i" ON "a" ("b");', ["index a i"], []],
    ['DROP TABLE "a", "s"."b" CASCADE;', [], ["table a", "table s b"]],
    ["CREATE TYPE s AS ENUM('x');", ["type s", "enum value s x"], []],
    ["DROP TRIGGER t ON s.a;", [], ["trigger s a t"]],
    ["SELECT * INTO b FROM a;", ["table b"], []],
  ])("%s", (sql, makes, drops) => {
    const statement = only(sql);
    expect([names(statement.makes), names(statement.drops)]).toEqual([makes, drops]);
  });
});

describe("blocks", () => {
  const wrapped = (inner: string) =>
    `DO $$ BEGIN\n ${inner};\nEXCEPTION\n WHEN duplicate_object THEN null;\nEND $$;`;

  test("as drizzle wrote them: what is inside", () => {
    const inner =
      'ALTER TABLE "a" ADD CONSTRAINT "k" FOREIGN KEY ("b") REFERENCES "public"."p"("id")';
    expect(only(wrapped(inner))).toMatchObject({
      kind: "Add foreign key",
      summary: "Add foreign key k to a unless it exists",
      isConditional: true,
      makes: [{ kind: "constraint", table: "a", name: "k" }],
      touches: [{ name: "a" }, { name: "p" }],
    });
    expect(only(wrapped(inner)).opaque).toBeUndefined();
  });

  test("EXECUTE of a constant says what it does", () => {
    const block =
      "DO $$ BEGIN IF true THEN EXECUTE 'CREATE TYPE s AS ENUM (''x'')'; END IF; END $$;";
    expect(only(block)).toMatchObject({ kind: "Create enum", isConditional: true });
  });

  test.each([
    "DO $$ BEGIN EXECUTE format('DROP TABLE %I', 'a'); END $$;",
    "DO LANGUAGE plpython3u $$ import os $$;",
  ])("effects cannot be told of %s", (block) => {
    expect(only(block)).toMatchObject({ kind: "Run a block", opaque: expect.any(String) });
  });
});

test("without the database a cost is what it may be, and says so", () => {
  const [effect] = only('ALTER TABLE "a" ALTER COLUMN "b" SET DATA TYPE text;').effects;
  expect(effect).toMatchObject({ cost: "rewrite", note: expect.stringContaining("unless") });
});
