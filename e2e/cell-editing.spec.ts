// The cells of a list edited where they stand, and never over somebody else's edit unseen.
import { randomUUID } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures";
import { changesOf, openGrid } from "./grid-page";

test("a cell is edited by keys: one line in the history, the row as it is stored, Undo", async ({
  admin,
  session,
  sql,
}) => {
  const now = async () => {
    const [row] = await sql`
      select duration, updated_at > created_at as touched from ai_coach_some_sessions
      where id = ${session.id}`;
    return row;
  };
  const grid = await openGrid(admin);
  const { keyboard } = admin.page;
  const cell = await grid.activate(session.type, "Duration");
  await keyboard.press("F2");
  await expect(grid.editor("Duration")).toHaveValue("30");
  await keyboard.press("Escape");
  await expect(cell).toBeFocused();
  await keyboard.press("4");
  await expect(grid.editor("Duration")).toHaveValue("4");
  await keyboard.type("5");
  await keyboard.press("Tab");
  await expect(await grid.cell(session.type, "Notes")).toBeFocused();
  await expect(admin.toast("Session saved")).toBeVisible();
  await expect(cell).toHaveText("45");
  expect(await now()).toEqual({ duration: 45, touched: true });
  expect(await changesOf(sql, [session.id])).toHaveLength(1);

  await admin.undoFromToast("Session saved");
  await expect(admin.toast("Undone")).toBeVisible();
  await expect(await grid.cell(session.type, "Duration")).toHaveText("30");
  expect(await now()).toMatchObject({ duration: 30 });
});

test("an option is picked by its first letter; Enter goes down; nothing changed is nothing saved", async ({
  admin,
  session,
  sql,
}) => {
  const grid = await openGrid(admin);
  const { keyboard } = admin.page;
  const cell = await grid.activate(session.type, "Status");
  await keyboard.press("c");
  await expect(grid.editor("Status")).toHaveValue("=completed");
  await keyboard.press("Enter");
  await expect(cell).toHaveText("completed");
  await expect(cell).not.toBeFocused();
  await grid.edit(session.type, "Status");
  await keyboard.press("Enter");
  await expect(grid.editor("Status")).toHaveCount(0);
  expect(await changesOf(sql, [session.id])).toHaveLength(1);
});

test("NULL and the empty text are told apart, and long texts have lines", async ({
  admin,
  session,
  sql,
}) => {
  const notes = async () => {
    const [row] = await sql`select notes from ai_coach_some_sessions where id = ${session.id}`;
    return row?.notes;
  };
  const grid = await openGrid(admin);
  const { keyboard } = admin.page;
  const cell = await grid.cell(session.type, "Notes");
  const editor = await grid.edit(session.type, "Notes");
  await editor.fill("");
  await keyboard.press("Control+Enter");
  await expect(cell).toHaveText('""');
  expect(await notes()).toBe("");

  await grid.edit(session.type, "Notes");
  await admin.page.getByLabel("Notes: value or none").selectOption("NULL");
  await admin.page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(cell).toHaveText("null");
  expect(await notes()).toBeNull();

  const again = await grid.edit(session.type, "Notes");
  await again.pressSequentially("one");
  await keyboard.press("Enter");
  await keyboard.type("two");
  await keyboard.press("Control+Enter");
  await expect(cell).toHaveText("one two");
  expect(await notes()).toBe("one\ntwo");
});

test("what is not edited stays exact: microseconds, and a long text of which the list shows a part", async ({
  admin,
  session,
  sql,
}) => {
  const long = `${"x\r\n".repeat(400)}end`;
  await sql`
    update ai_coach_some_sessions set notes = ${long}, scheduled_at = '2026-03-09 14:30:00.123456'
    where id = ${session.id}`;
  const grid = await openGrid(admin);
  const { keyboard } = admin.page;
  const time = await grid.edit(session.type, "Scheduled at");
  await expect(time).toHaveValue("2026-03-09 14:30:00.123456");
  await time.press("End");
  await keyboard.press("Backspace");
  await keyboard.type("7");
  await keyboard.press("Enter");
  await expect(admin.toast("Session saved")).toBeVisible();
  await grid.edit(session.type, "Notes");
  await expect(grid.editor("Notes")).toHaveValue(`${"x\n".repeat(400)}end`);
  await grid.editor("Notes").press("Control+End");
  await keyboard.type("!");
  await keyboard.press("Control+Enter");
  await expect(grid.editor("Notes")).toHaveCount(0);
  await expect
    .poll(async () => {
      const [row] = await sql`
        select notes, scheduled_at::text as at from ai_coach_some_sessions where id = ${session.id}`;
      return row;
    })
    .toEqual({ notes: `${long}!`, at: "2026-03-09 14:30:00.123457" });
});

test("composite keys, names in mixed case and integers beyond JavaScript's stay exact", async ({
  admin,
  sql,
}) => {
  test.slow();
  const table = `base_${randomUUID().slice(0, 8)}`;
  await sql.unsafe(`create table ${table} ("Part" text, at timestamptz, "bigCount" bigint, primary key ("Part", at));
    insert into ${table} values ('x,y', '2026-03-09 14:30:00.123456+00', 9007199254740993),
      ('x', '2026-03-09 14:30:00.123457+00', null)`);
  try {
    // What the catalog holds is remembered for half a minute.
    await expect
      .poll(() => admin.page.request.get(`/${table}`).then((answer) => answer.status()), {
        timeout: 40_000,
      })
      .toBe(200);
    const grid = await openGrid(admin, `/${table}`);
    const editor = await grid.edit("x,y", "Big count");
    await expect(editor).toHaveValue("9007199254740993");
    await editor.fill("9223372036854775807");
    await editor.press("Enter");
    await expect(await grid.cell("x,y", "Big count")).toHaveText("9223372036854775807");
    expect(await sql.unsafe(`select "bigCount"::text as big from ${table} order by at`)).toEqual([
      { big: "9223372036854775807" },
      { big: null },
    ]);
    await grid.activate("x,y", "Part");
    await admin.page.keyboard.press("F2");
    await expect(admin.page.getByLabel(/^Edit Part/)).toHaveCount(0);
  } finally {
    await sql.unsafe(`drop table ${table}`);
  }
});

test("a value that cannot be is told beside it, and what the database refuses keeps what was typed", async ({
  admin,
  session,
  sql,
}) => {
  const grid = await openGrid(admin);
  const { keyboard } = admin.page;
  const editor = await grid.edit(session.type, "Duration");
  await editor.fill("4x");
  await keyboard.press("Enter");
  await expect(admin.page.getByRole("alert").getByText("Enter a whole number")).toBeVisible();
  await expect(editor).toHaveAttribute("aria-invalid", "true");
  await expect(editor).toBeFocused();
  await keyboard.press("Escape");

  const time = await grid.edit(session.type, "Scheduled at");
  await time.fill("2026-02-30 10:00:00");
  await keyboard.press("Enter");
  await expect(admin.page.getByText("there is no such date or time")).toBeVisible();
  await expect(time).toHaveValue("2026-02-30 10:00:00");
  await expect(time).toBeFocused();
  expect(await changesOf(sql, [session.id])).toHaveLength(0);
});

test("F10: two editors: both values are shown; theirs is taken, or overwritten once it was seen", async ({
  admin,
  session,
  sql,
}) => {
  const set = (duration: number) =>
    sql`update ai_coach_some_sessions set duration = ${duration} where id = ${session.id}`;
  const grid = await openGrid(admin);
  const cell = await grid.cell(session.type, "Duration");
  const editor = await grid.edit(session.type, "Duration");
  await set(31);
  await editor.fill("45");
  await editor.press("Enter");
  const theirs = admin.page.getByText("Now in the database: 31");
  await expect(theirs).toBeVisible();
  await expect(editor).toHaveValue("45");
  await admin.page.getByRole("button", { name: "Take theirs" }).click();
  await expect(cell).toHaveText("31");
  await expect(cell).toBeFocused();

  await grid.edit(session.type, "Duration");
  await set(32);
  await editor.fill("46");
  await editor.press("Enter");
  await expect(admin.page.getByText("Now in the database: 32")).toBeVisible();
  await editor.press("Enter");
  await expect(admin.page.getByRole("button", { name: "Overwrite" })).toBeFocused();
  await admin.page.keyboard.press("Enter");
  await expect(cell).toHaveText("46");
  expect(await changesOf(sql, [session.id])).toHaveLength(1);
});

test("the list still shows what was saved when Back leads to it", async ({ admin, session }) => {
  const grid = await openGrid(admin);
  const editor = await grid.edit(session.type, "Duration");
  await editor.fill("77");
  await editor.press("Enter");
  await expect(await grid.cell(session.type, "Duration")).toHaveText("77");
  await grid.row(session.type).getByRole("link").first().click();
  await expect(admin.field("Duration")).toHaveValue("77");
  await admin.page.goBack();
  await expect(await grid.cell(session.type, "Duration")).toHaveText("77");
});

test("the editor is labelled, fits a phone and gives axe nothing to find", async ({
  admin,
  session,
}) => {
  for (const size of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    await admin.page.setViewportSize(size);
    const grid = await openGrid(admin, `/sessions?columns=sessionType,duration`);
    const editor = await grid.edit(session.type, "Duration");
    await expect(editor).toHaveAccessibleName(`Edit Duration of ${session.type}`);
    await editor.fill("x");
    await editor.press("Enter");
    const found = await new AxeBuilder({ page: admin.page }).include("form:popover-open").analyze();
    expect(found.violations).toEqual([]);
    const box = await admin.page.locator("form:popover-open").boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= size.width).toBe(true);
  }
});
