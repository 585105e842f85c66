// Saved views of a list: kept, shared, started with, changed and dropped.
import { randomUUID } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

// A default of sessions would be what other specs find there.
const list = "/base_organisations";

const menuButton = (page: Page, name: string | RegExp) =>
  page.getByRole("main").getByRole("button", { name });

const menu = (page: Page) => page.getByRole("group", { name: /^Saved views of/ });

async function saveAs(page: Page, name: string, boxes: string[] = []): Promise<string> {
  await page.locator('main [popovertarget="saved-views"]').click();
  await menu(page).getByRole("button", { name: "Save as new view…" }).click();
  const dialog = page.getByRole("dialog", { name: "Save as new view" });
  await dialog.getByLabel("Name").fill(name);
  for (const box of boxes) await dialog.getByRole("checkbox", { name: box }).check();
  await dialog.getByRole("button", { name: "Save view" }).click();
  await expect(menuButton(page, name)).toBeVisible();
  // The mark of what was done goes with the script that tells of it.
  await expect(page).toHaveURL(/\?saved=[\da-f-]{36}(&did=\d+)?$/);
  return new URL(page.url()).searchParams.get("saved") ?? "";
}

const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

/** An order in which values differ, of records that no other test makes or changes. */
const longest = `/sessions?where=notNull(duration),between(createdAt,2020-01-01,${yesterday})&sort=-duration`;

/** Which records are shown, in their order. */
function recordsOn(page: Page): Promise<(string | null)[]> {
  return page
    .locator('tbody a[href^="/sessions/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
}

const unique = () => `View ${randomUUID().slice(0, 8)}`;

test("a list is saved, and a colleague opens it by its address if it is shared", async ({
  admin,
  colleague,
}) => {
  const [shared, own] = [unique(), unique()];
  await admin.open(longest);
  const records = await recordsOn(admin.page);
  expect(records).toHaveLength(50);
  const sharedId = await saveAs(admin.page, shared, ["Shared"]);
  await expect(admin.toast("View created")).toBeVisible();
  expect(await recordsOn(admin.page)).toEqual(records);
  const viewer = await colleague("viewer");
  await viewer.open(`/sessions?saved=${sharedId}`);
  await expect(menuButton(viewer.page, shared)).toBeVisible();
  expect(await recordsOn(viewer.page)).toEqual(records);

  await admin.open("/sessions?sort=duration");
  const ownId = await saveAs(admin.page, own);
  await viewer.open(`/sessions?saved=${ownId}`);
  await expect(viewer.page.getByText("not shared with you")).toBeVisible();
  await expect(menuButton(viewer.page, "All sessions")).toBeVisible();
  await menuButton(viewer.page, "All sessions").click();
  const links = menu(viewer.page).getByRole("link");
  await expect(links.filter({ hasText: shared })).toBeVisible();
  await expect(links.filter({ hasText: own })).toHaveCount(0);
  expect(await viewer.page.content()).not.toContain(own);
  await viewer.open("/history");
  expect(await viewer.page.content()).not.toContain(own);
});

test("a changed view says so, is dropped and saved; the rows follow", async ({ admin }) => {
  const name = unique();
  await admin.open(longest);
  const id = await saveAs(admin.page, name);
  const saved = await recordsOn(admin.page);
  await admin.sortBy("Duration");
  await expect(menuButton(admin.page, `${name} Edited`)).toBeVisible();
  await menuButton(admin.page, name).click();
  await menu(admin.page).getByRole("link", { name: "Drop changes" }).click();
  await expect(admin.page).toHaveURL(`/sessions?saved=${id}`);
  await expect(menuButton(admin.page, /Edited/)).toHaveCount(0);
  await expect.poll(() => recordsOn(admin.page)).toEqual(saved);

  await admin.sortBy("Status");
  await menuButton(admin.page, name).click();
  await menu(admin.page).getByRole("button", { name: "Save changes" }).click();
  await expect(admin.toast("View saved")).toBeVisible();
  await expect(admin.page).toHaveURL(`/sessions?saved=${id}`);
  await admin.page.reload();
  await expect(admin.page.locator("th[aria-sort]")).toHaveText("Status");
});

test("F10: of two who change a shared view the second sees both versions and chooses", async ({
  admin,
  sql,
}) => {
  const name = unique();
  await admin.open("/sessions?sort=-duration");
  const id = await saveAs(admin.page, name, ["Shared"]);
  await admin.sortBy("Status");
  await sql`update admin_saved_views set definition = 'sort=notes' where id = ${id}`;
  await menuButton(admin.page, name).click();
  await menu(admin.page).getByRole("button", { name: "Save changes" }).click();
  const dialog = admin.page.getByRole("dialog", { name: "Not saved" });
  await expect(dialog).toContainText("Somebody changed this view");
  await expect(dialog).toContainText("sort=notes");
  await expect(dialog).toContainText("sort=status");
  await dialog.getByRole("button", { name: "Save yours instead" }).click();
  await expect(admin.page).toHaveURL(`/sessions?saved=${id}`);
  const [row] = await sql`select definition from admin_saved_views where id = ${id}`;
  expect(row?.definition).toBe("sort=status");
});

test("a role starts with its default, can leave it, and gets the plain list back when it is deleted", async ({
  admin,
  colleague,
}) => {
  const name = unique();
  await admin.open(`${list}?density=compact`);
  await saveAs(admin.page, name, ["Shared", "Viewers"]);
  await admin.open(list);
  await expect(menuButton(admin.page, /^All /)).toBeVisible();
  const viewer = await colleague("viewer");
  await viewer.open(list);
  await expect(menuButton(viewer.page, name)).toBeVisible();
  await menuButton(viewer.page, name).click();
  await expect(menu(viewer.page).getByRole("link", { name })).toContainText("Default for viewers");
  await menu(viewer.page).getByRole("link", { name: /^All / }).click();
  await expect(viewer.page).toHaveURL(`${list}?saved=none`);
  await viewer.page.reload();
  await expect(menuButton(viewer.page, /^All /)).toBeVisible();
  // A viewer may neither change nor delete it.
  await viewer.open(list);
  await menuButton(viewer.page, name).click();
  await expect(menu(viewer.page).getByRole("button", { name: "Delete…" })).toHaveCount(0);

  await menuButton(admin.page, /^All /).click();
  await menu(admin.page).getByRole("link", { name }).click();
  await menuButton(admin.page, name).click();
  await menu(admin.page).getByRole("button", { name: "Delete…" }).click();
  const dialog = admin.page.getByRole("dialog", { name: `Delete “${name}”?` });
  await expect(dialog).toContainText("It is the default for viewers");
  await dialog.getByRole("button", { name: "Delete view" }).click();
  await expect(admin.toast("View deleted")).toBeVisible();
  await viewer.open(list);
  await expect(menuButton(viewer.page, /^All /)).toBeVisible();
});

test("is renamed, and refuses a name that is taken, with what was typed", async ({ admin }) => {
  const [first, second] = [unique(), unique()];
  await admin.open("/sessions?sort=-duration");
  await saveAs(admin.page, first);
  await saveAs(admin.page, second);
  await menuButton(admin.page, second).click();
  await menu(admin.page).getByRole("button", { name: "Rename or share…" }).click();
  const dialog = admin.page.getByRole("dialog", { name: /^Rename or share/ });
  await dialog.getByLabel("Name").fill(first.toUpperCase());
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByText("You have a view of this name already.")).toBeVisible();
  await expect(dialog.getByLabel("Name")).toHaveValue(first.toUpperCase());
  const third = unique();
  await dialog.getByLabel("Name").fill(third);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(menuButton(admin.page, third)).toBeVisible();
});

test("works by keyboard, on a phone, and for everybody", async ({ admin }) => {
  await admin.page.setViewportSize({ width: 390, height: 844 });
  const name = unique();
  await admin.open("/sessions?sort=-duration");
  await menuButton(admin.page, "All sessions").press("Enter");
  const item = menu(admin.page).getByRole("button", { name: "Save as new view…" });
  await item.focus();
  await item.press("Enter");
  const field = admin.page.getByRole("dialog").getByLabel("Name");
  await expect(field).toBeFocused();
  const dialogs = await new AxeBuilder({ page: admin.page }).include("dialog[open]").analyze();
  expect(dialogs.violations).toEqual([]);
  await field.fill(name);
  await field.press("Enter");
  await expect(menuButton(admin.page, name)).toBeVisible();
  await menuButton(admin.page, name).press("Enter");
  await expect(menu(admin.page)).toBeVisible();
  const box = await menu(admin.page).boundingBox();
  expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 999) <= 390).toBe(true);
  const menus = await new AxeBuilder({ page: admin.page })
    .include("[popover]:popover-open")
    .analyze();
  expect(menus.violations).toEqual([]);
  await admin.page.keyboard.press("Escape");
  await expect(menu(admin.page)).toBeHidden();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a list is saved and opened again", async ({ admin, sql }) => {
    const name = unique();
    await admin.open("/sessions?sort=-duration");
    const id = await saveAs(admin.page, name);
    const [row] = await sql`select definition from admin_saved_views where id = ${id}`;
    expect(row?.definition).toBe("sort=-duration");
    await admin.open("/sessions");
    await menuButton(admin.page, "All sessions").click();
    await menu(admin.page).getByRole("link", { name }).click();
    await expect(menuButton(admin.page, name)).toBeVisible();
  });
});
