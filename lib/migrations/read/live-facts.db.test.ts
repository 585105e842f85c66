import { afterAll, expect, test } from "vitest";
import { withSingleConnection } from "@/lib/db/single-connection";
import { credentials, sql } from "@/lib/migrations/migrations-folder.fixture";
import { readLiveFacts } from "@/lib/migrations/read/live-facts";

afterAll(() => sql.end());

test("sizes, columns and both ends of foreign keys of the named tables, and of no others", async () => {
  await sql`create table live_parents (id int primary key, "Odd Name" text)`;
  await sql`create table live_children (
    parent_id int references live_parents (id), state text,
    constraint known check (state is not null)
  )`;
  await sql`insert into live_parents values (1, 'a'), (2, 'b')`;
  await sql`analyze live_parents`;

  const names = JSON.stringify(["live_parents"]);
  const live = await withSingleConnection(credentials, (connection) =>
    readLiveFacts(connection, names, ["live_"]),
  );
  expect(live.sizes).toMatchObject([{ table: "public.live_parents", rows: 2 }]);
  expect(live.sizes[0]?.bytes).toBeGreaterThan(0);
  expect(live.columns).toEqual([
    { table: "public.live_parents", name: "id", type: "integer", hasNotNullCheck: false },
    { table: "public.live_parents", name: "Odd Name", type: "text", hasNotNullCheck: false },
  ]);
  expect(live.foreignKeys).toEqual([
    {
      name: "live_children_parent_id_fkey",
      table: "public.live_children",
      columns: ["parent_id"],
      parent: "public.live_parents",
      parentColumns: ["id"],
    },
  ]);
  expect(live.indexes).toEqual([{ name: "live_parents_pkey", table: "public.live_parents" }]);
  expect(live.searchPath).toContain("public");
  expect(live.serverVersion).toBeGreaterThan(150000);
  expect(live.availableExtensions).toContain("plpgsql");

  const children = await withSingleConnection(credentials, (connection) =>
    readLiveFacts(connection, JSON.stringify(["live_children"]), []),
  );
  expect(children.columns).toContainEqual({
    table: "public.live_children",
    name: "state",
    type: "text",
    hasNotNullCheck: true,
  });
  // Never analysed: nobody knows, and nobody counts.
  expect(children.sizes).toMatchObject([{ rows: null }]);
});
