// The cells of a list: edited where they stand, pasted over with a preview, and never over somebody else's edit unseen.
import { randomUUID } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import type { Request } from "@playwright/test";
import type postgres from "postgres";
import type { AdminPage } from "./admin-page";
import { expect, test } from "./fixtures";
import { GridPage } from "./grid-page";

async function openGrid(admin: AdminPage, path = "/sessions"): Promise<GridPage> {
  await admin.open(path);
  return new GridPage(admin.page);
}

function changesOf(sql: postgres.Sql, ids: string[]) {
  return sql`select id from admin_changes where record_id = any(${ids})`;
}

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

test.describe("pasting", () => {
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
    await expect(
      preview.getByText("Enter a date and time", { exact: false }).first(),
    ).toBeVisible();
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
});

test("A15, A17: a viewer has no editor, and the actions refuse viewers and secrets by themselves", async ({
  admin,
  colleague,
  session,
  sql,
}) => {
  const grid = await openGrid(admin);
  const editor = await grid.edit(session.type, "Duration");
  await editor.fill("31");
  const sent = admin.page.waitForRequest((request) => "next-action" in request.headers());
  await editor.press("Enter");
  const request = await sent;
  await expect(admin.toast("Session saved")).toBeVisible();

  const viewer = await colleague("viewer");
  const theirGrid = await openGrid(viewer);
  const cell = await theirGrid.activate(session.type, "Duration");
  await cell.press("5");
  await theirGrid.paste(cell, "5");
  await cell.press("F2");
  await expect(theirGrid.editor("Duration")).toHaveCount(0);
  await expect(theirGrid.preview()).toHaveCount(0);

  const edit = (id: string, field: string, value: string, seen: string) => ({
    edit: { id, values: { [field]: value }, seen: { [field]: seen } },
    columns: [],
  });
  const refused = await call(viewer, request, [
    "sessions",
    edit(session.id, "duration", "9", "31"),
  ]);
  expect(refused).toContain("Your role (viewer) does not allow this.");
  const [row] = await sql`select duration from ai_coach_some_sessions where id = ${session.id}`;
  expect(row?.duration).toBe(31);

  const key = `test_${randomUUID().slice(0, 8)}.api_key`;
  const [setting] = await sql<{ id: string }[]>`
    insert into ai_coach_app_settings (key, value) values (${key}, 'canary') returning id`;
  const id = setting?.id ?? "";
  const answer = await call(admin, request, ["settings", edit(id, "value", "x", "••••••••")]);
  expect(answer).toContain("This is a secret.");
  expect(answer).not.toContain("canary");
  for (const wrong of [edit(id, "id", "x", id), edit(id, "__proto__", "x", "y")]) {
    await call(admin, request, ["settings", wrong]);
  }
  expect(await sql`select value from ai_coach_app_settings where id = ${id}`).toEqual([
    { value: "canary" },
  ]);
  expect(await changesOf(sql, [id])).toHaveLength(0);
  await sql`delete from ai_coach_app_settings where id = ${id}`;
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

/** Calls the server action that a request called, as that person, with other arguments. */
async function call(person: AdminPage, request: Request, given: unknown[]): Promise<string> {
  const response = await person.page.request.post(request.url(), {
    headers: {
      "next-action": request.headers()["next-action"] ?? "",
      origin: new URL(request.url()).origin,
      accept: "text/x-component",
      "content-type": "text/plain;charset=UTF-8",
    },
    data: JSON.stringify(given),
  });
  return response.text();
}
