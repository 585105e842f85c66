// The table of a list as a spreadsheet: keys, ranges, the clipboard, long values, selected rows, long pages.
import type { AdminPage } from "./admin-page";
import { expect, sampled, test } from "./fixtures";
import { sessionsOfType } from "./grid-page";

/** Where the focus is: row and column as a screen reader counts them. */
async function activeCell({ page }: AdminPage): Promise<(string | null)[]> {
  return page.evaluate(() => {
    const cell = document.activeElement?.closest("td, th");
    return [cell?.closest("tr")?.ariaRowIndex ?? null, cell?.ariaColIndex ?? null];
  });
}

async function press({ page }: AdminPage, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

test("the arrows go from cell to cell, and Tab leaves the table", async ({ admin }) => {
  await admin.open("/progress?view=list");
  await (await admin.cell(2, "Value")).click();
  expect(await activeCell(admin)).toEqual(["3", "3"]);
  const walk: [string, string, string][] = [
    ["ArrowRight", "3", "4"],
    ["ArrowDown", "4", "4"],
    ["Home", "4", "1"],
    ["End", "4", "7"],
    ["ArrowRight", "4", "7"],
    ["Control+Home", "2", "1"],
    ["Control+End", "51", "7"],
    ["ArrowDown", "51", "7"],
    ["Control+ArrowUp", "2", "7"],
    ["ArrowUp", "1", "7"],
    ["ArrowLeft", "1", "6"],
    ["ArrowDown", "2", "6"],
  ];
  for (const [key, row, column] of walk) {
    await press(admin, key);
    expect(await activeCell(admin), key).toEqual([row, column]);
  }
  await press(admin, "PageDown");
  const [row] = await activeCell(admin);
  expect(Number(row)).toBeGreaterThan(5);
  expect(await admin.page.locator("tbody [tabindex='0']").count()).toBe(1);
  await press(admin, "Tab");
  expect(await activeCell(admin)).toEqual([null, null]);
  await press(admin, "Shift+Tab");
  expect(await activeCell(admin)).toEqual([row, "6"]);
});

test("Enter on a record's name opens it; keys of the whole page still work", async ({
  admin,
  session,
}) => {
  await admin.open(sessionsOfType(session.type));
  await (await admin.cell(1, "Status")).click();
  await press(admin, "?");
  await expect(admin.page.getByRole("dialog", { name: "Keyboard shortcuts" })).toContainText(
    "Read the whole value",
  );
  await press(admin, "Escape", "ArrowLeft", "Enter");
  await expect(admin.page).toHaveURL(new RegExp(`/sessions/${session.id}$`));
});

test("a range is announced, and copied as the database has it", async ({
  admin,
  session,
  sql,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const note = 'first line\nsecond\t"quoted"';
  await sql`
    update ai_coach_some_sessions set notes = ${note}, duration = null, scheduled_at = '2026-03-09 14:30:00.000001'
    where id = ${session.id}`;
  await admin.open(
    `${sessionsOfType(session.type)}&columns=sessionType|scheduledAt,duration,notes,userId`,
  );
  await (await admin.cell(1, "Scheduled at")).click();
  await press(admin, "Shift+ArrowRight", "Shift+ArrowRight");
  await expect(admin.page.getByText("1 row × 3 columns selected")).toBeAttached();
  await press(admin, "ControlOrMeta+c");
  expect(await admin.copied()).toBe(
    '2026-03-09 14:30:00.000001\t\t"first line\nsecond\t""quoted"""',
  );
  const html = await admin.page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await item?.getType("text/html"))?.text();
  });
  expect(html).toMatch(/second\t("|&#34;|&quot;)quoted/);
});

test("what a list shows the beginning of is read and copied whole", async ({
  admin,
  session,
  sql,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const note = `  ${"Zeile ü 🙂\n".repeat(2_000)}end `;
  const goals = { steps: ["a", { deep: 1 }], text: "x".repeat(400) };
  await sql`
    update ai_coach_some_sessions set notes = ${note}, goals = ${sql.json(goals)}
    where id = ${session.id}`;
  await admin.open(`${sessionsOfType(session.type)}&columns=sessionType|notes,goals`);
  await (await admin.cell(1, "Notes")).click();
  await press(admin, "Shift+Enter");
  const peek = admin.page.getByRole("dialog", { name: "Notes" });
  await expect(peek.locator("pre")).toHaveText(note, { useInnerText: false });
  expect(await peek.locator("pre").evaluate((pre) => pre.textContent)).toBe(note);
  await expect(peek).toContainText(`${[...note].length.toLocaleString("en")} characters`);
  await press(admin, "Escape");
  await expect(peek).toBeHidden();
  await press(admin, "ControlOrMeta+c");
  expect(await admin.copied()).toBe(`"${note}"`);
  await press(admin, "ArrowRight", "Shift+Enter");
  const json = admin.page.getByRole("dialog", { name: "Goals" }).locator("pre");
  await expect(json).toContainText('"deep": 1');
  expect(JSON.parse((await json.textContent()) ?? "")).toEqual(goals);
});

test("rows are selected one by one, in a row with Shift, and by the page", async ({ admin }) => {
  const { page } = admin;
  await admin.open("/sessions");
  const box = (row: number) => admin.rows().nth(row).getByRole("checkbox");
  const selected = page.locator("tbody tr[aria-selected=true]");
  await expect(box(0)).toHaveAccessibleName(/^Select \S/);
  await box(1).click();
  await box(4).click({ modifiers: ["Shift"] });
  await expect(selected).toHaveCount(4);
  const all = page.getByRole("checkbox", { name: "Select the rows of this page" });
  expect(await all.evaluate((input: HTMLInputElement) => input.indeterminate)).toBe(true);
  await (await admin.cell(7, "Status")).click();
  await press(admin, "Space");
  await expect(selected).toHaveCount(5);
  await all.click();
  await expect(selected).toHaveCount(50);
  await all.click();
  await expect(selected).toHaveCount(0);
});

test("who may only read selects nothing", async ({ colleague }) => {
  const viewer = await colleague("viewer");
  await viewer.open("/sessions");
  await expect(viewer.page.locator("table").getByRole("checkbox")).toHaveCount(0);
});

test("of 500 rows only some are in the document, and the keys walk through all", async ({
  admin,
}) => {
  const asked = `view=list&limit=500&where=${sampled}`;
  await admin.open(`/progress?${asked}`);
  const grid = admin.page.getByRole("grid");
  await expect(grid).toHaveAttribute("aria-rowcount", "501");
  await expect.poll(() => admin.rows().count()).not.toBe(50);
  expect(await admin.rows().count()).toBeLessThan(120);
  const answer = await admin.page.request.get(`/api/rows/progress?${asked}`);
  const rows: string[][] = (await answer.json()).rows;
  await (await admin.cell(1, "Value")).click();
  await press(admin, "Control+End");
  expect(await activeCell(admin)).toEqual(["501", "7"]);
  await press(admin, "Home", "Control+Home");
  expect(await activeCell(admin)).toEqual(["2", "1"]);
  await press(admin, "ArrowRight");
  for (let row = 2; Number((await activeCell(admin))[0]) < 501; row++) {
    const [now] = await activeCell(admin);
    const text = await admin.page.evaluate(() => document.activeElement?.textContent);
    expect(text).toContain(rows[Number(now) - 2]?.[0]);
    await press(admin, "PageDown");
    expect(row).toBeLessThan(60);
  }
  // The active row is kept while others are looked at.
  await grid.evaluate((table) => table.closest("section")?.scrollTo({ top: 0 }));
  await expect(admin.rows().first()).toHaveAttribute("aria-rowindex", "2");
  expect(await activeCell(admin)).toEqual(["501", "2"]);
});
