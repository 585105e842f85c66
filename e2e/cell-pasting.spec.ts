// Cells of a list pasted over: looked at before, written as one act.
import { randomUUID } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import type postgres from "postgres";
import { expect, test } from "./fixtures";
import { changesOf, openGrid } from "./grid-page";

const type = `paste ${randomUUID().slice(0, 8)}`;
const ids: string[] = [];

test.beforeAll(async ({ sql }) => {
  for (const [index, notes] of ["one", "two", "three"].entries()) {
    const [row] = await sql<{ id: string }[]>`
      insert into ai_coach_some_sessions (user_id, session_type, status, notes, duration, created_at)
      values (gen_random_uuid(), ${`${type} ${index}`}, 'pending', ${notes}, ${index},
        now() + interval '1 day' - ${index} * interval '1 second') returning id`;
    ids.push(row?.id ?? "");
  }
});

test.afterAll(async ({ sql }) => {
  await sql`delete from ai_coach_some_sessions where id = any(${ids})`;
});

// Other tests paste at the same time; their records must not lie between these.
const only = `/sessions?where=startsWith(sessionType,${encodeURIComponent(type)})`;

const stored = (sql: postgres.Sql) =>
  sql`select status, duration, notes from ai_coach_some_sessions where id = any(${ids})
      order by created_at desc`;

test("A29: a range is looked at, changed as one act with a line for each record, and undone by one", async ({
  admin,
  sql,
}) => {
  const before = await stored(sql);
  const grid = await openGrid(admin, only);
  const cell = await grid.activate(`${type} 0`, "Duration");
  const preview = grid.preview();
  await grid.paste(cell, "60\tnew\tsoon\n61\t\nmuch\t\n");
  await expect(preview.getByText("Enter a whole number", { exact: false })).toBeVisible();
  await expect(preview.getByText("Enter a date and time", { exact: false }).first()).toBeVisible();
  await expect(preview.getByLabel("Empty cells (2)")).toHaveValue("null");
  const confirm = preview.getByRole("button", { name: "Change 5 cells in 3 sessions" });
  await expect(confirm).toBeEnabled();
  expect(
    (await new AxeBuilder({ page: admin.page }).include("dialog[open]").analyze()).violations,
  ).toEqual([]);
  await preview.getByLabel("Empty cells (2)").selectOption("become empty text");
  // Somebody else is quicker with one of them.
  await sql`update ai_coach_some_sessions set notes = 'theirs' where id = ${ids[1] ?? ""}`;
  await confirm.click();
  await expect(preview.getByText("Now in the database: theirs")).toBeVisible();
  expect(await changesOf(sql, ids)).toHaveLength(0);
  await preview.getByRole("button", { name: "Take theirs" }).click();
  await preview.getByRole("button", { name: "Change 4 cells in 3 sessions" }).click();
  await expect(admin.toast("3 sessions saved")).toBeVisible();
  await expect(await grid.cell(`${type} 1`, "Duration")).toHaveText("61");
  await expect(await grid.cell(`${type} 2`, "Notes")).toHaveText('""');
  expect(await stored(sql)).toMatchObject([
    { duration: 60, notes: "new" },
    { duration: 61, notes: "theirs" },
    { duration: 2, notes: "" },
  ]);
  expect(await changesOf(sql, ids)).toHaveLength(3);

  await admin.undoFromToast("3 sessions saved");
  await expect(admin.toast("Undone")).toBeVisible();
  expect(await stored(sql)).toEqual(
    before.map((row, index) => (index === 1 ? { ...row, notes: "theirs" } : row)),
  );
});

test("keys and what lies beyond the list are named, and one value fills a range", async ({
  admin,
  sql,
}) => {
  const grid = await openGrid(admin, `${only}&columns=id,status,duration`);
  const cell = await grid.activate(String(ids[0]).slice(0, 8), "ID");
  await grid.paste(cell, "x\tcompleted\t7\tbeyond");
  await expect(grid.preview().getByText("The key of a record does not change.")).toBeVisible();
  await expect(grid.preview().getByText("1 column more than the list has")).toBeVisible();
  await admin.page.keyboard.press("Escape");
  await expect(cell).toBeFocused();
  await grid.activate(String(ids[0]).slice(0, 8), "Status");
  await admin.page.keyboard.press("Shift+ArrowDown");
  await admin.page.keyboard.press("Shift+ArrowDown");
  await grid.paste(admin.page.locator("td:focus"), "cancelled");
  await grid.preview().getByRole("button", { name: "Change 3 cells in 3 sessions" }).click();
  await expect(admin.toast("3 sessions saved")).toBeVisible();
  expect((await stored(sql)).map(({ status }) => status)).toEqual(Array(3).fill("cancelled"));
});
