import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { backupCommand, type TableName } from "@/lib/migrations/run/backup-command";

const server = { host: "db.example.com", port: 5433, user: "app", database: "shop" };

/** The arguments as a shell hands them to a program. */
function wordsOf(command: string): string[] {
  const script = `set -- ${command.replace(/^pg_dump/, "")}; printf '%s\\0' "$@"`;
  return execFileSync("sh", ["-c", script], { encoding: "utf8" }).split("\0").slice(0, -1);
}

test("names server, database and tables, one line each", () => {
  const tables = [
    { schema: "public", name: "shop_orders" },
    { schema: "drizzle", name: "shop_migrations" },
  ];
  expect(backupCommand(server, tables, "before-0001_b").split("\n")).toEqual([
    "pg_dump \\",
    "  --host=db.example.com \\",
    "  --port=5433 \\",
    "  --username=app \\",
    "  --dbname=shop \\",
    "  --format=custom \\",
    "  --file=before-0001_b.dump \\",
    "  --table=public.shop_orders \\",
    "  --table=drizzle.shop_migrations",
  ]);
});

test.each<[TableName, string]>([
  [{ schema: "public", name: "Orders" }, '--table=public."Orders"'],
  [{ schema: "my schema", name: "a.b*" }, '--table="my schema"."a.b*"'],
  [{ schema: "public", name: `it's "$(id)"` }, `--table=public."it's ""$(id)"""`],
])("%j reaches pg_dump as it is, whatever the shell thinks of it", (table, word) => {
  expect(wordsOf(backupCommand(server, [table], "x")).at(-1)).toBe(word);
});

test("hostile names of databases, users and files are words too", () => {
  const given = { ...server, user: "a; rm -rf ~", database: "$HOME `id`" };
  const words = wordsOf(backupCommand(given, [], "before-../../etc/x"));
  expect(words).toContain("--username=a; rm -rf ~");
  expect(words).toContain("--dbname=$HOME `id`");
  expect(words).toContain("--file=before-..-..-etc-x.dump");
});
