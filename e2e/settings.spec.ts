// Settings: several are changed at once, looked at and undone; secrets, openness and files.
import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import type postgres from "postgres";
import { test as base, expect } from "./fixtures";

type OwnSettings = { prefix: string; values: () => Promise<Record<string, string>> };

/** Rows of the test's own, which no contract declares. */
const test = base.extend<{ own: OwnSettings }>({
  own: async ({ sql }, use) => {
    const prefix = `e2e_${randomUUID().slice(0, 8)}`;
    const names = ["one", "two", "three", "four", "five"];
    for (const [index, name] of names.entries()) await store(sql, `${prefix}.${name}`, `v${index}`);
    await use({
      prefix,
      async values() {
        const rows = await sql<{ key: string; value: string }[]>`
          select key, value from ai_coach_app_settings where starts_with(key, ${prefix}) order by key`;
        return Object.fromEntries(
          rows.map(({ key, value }) => [key.slice(prefix.length + 1), value]),
        );
      },
    });
    await sql`delete from ai_coach_app_settings where starts_with(key, ${prefix})`;
  },
});

function store(sql: postgres.Sql, key: string, value: string) {
  return sql`insert into ai_coach_app_settings (key, value) values (${key}, ${value})`;
}

const control = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const review = (page: Page) => page.getByRole("button", { name: "Review" }).last().click();

const before = { one: "v0", two: "v1", three: "v2", four: "v3", five: "v4" };
const after = { one: "new 0", two: "new 1", three: "new 2", four: "new 3", five: "new 4" };

test("five settings are changed, reviewed, saved, and undone at once", async ({ admin, own }) => {
  const { page } = admin;
  await admin.open("/settings");
  await page.getByLabel("Search settings").fill(own.prefix);
  await expect(page.getByRole("article")).toHaveCount(5);
  for (const [name, value] of Object.entries(after)) {
    await control(page, `${own.prefix}.${name}`).fill(value);
  }
  await expect(page.getByText("5 changes")).toBeVisible();
  await review(page);
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("listitem")).toHaveCount(5);
  await expect(dialog.getByRole("listitem").first()).toContainText("v4");
  await dialog.getByRole("button", { name: "Save 5 settings" }).click();
  await expect(admin.toast("5 settings saved")).toBeVisible();
  expect(await own.values()).toEqual(after);
  await admin.undoFromToast("5 settings saved");
  await expect(admin.toast("Undone")).toBeVisible();
  expect(await own.values()).toEqual(before);

  await admin.open("/history");
  await page.getByRole("link", { name: "one of 5 at once" }).first().click();
  await expect(page.getByRole("heading", { name: "5 changes made at once" })).toBeVisible();
  await page.getByRole("button", { name: "Undo all" }).click();
  await expect.poll(() => own.values()).toEqual(after);
});

test("what is refused is said beside its control, and typed text stays", async ({
  admin,
  own,
  sql,
}) => {
  const { page } = admin;
  await admin.open("/settings");
  await control(page, "Alert threshold").fill("lots");
  await control(page, `${own.prefix}.one`).fill("mine");
  await review(page);
  const error = page.locator('[id="setting-progress.alert_threshold-error"]');
  await expect(error).toHaveText("Enter a number, such as 12.5.");
  await expect(control(page, "Alert threshold")).toBeFocused();
  await expect(control(page, "Alert threshold")).toHaveValue("lots");
  await page.getByText("Discard").click();
  await expect(page.getByText("2 changes")).toBeHidden();
  await expect(control(page, `${own.prefix}.one`)).toHaveValue("v0");

  // Someone else is quicker.
  await control(page, `${own.prefix}.one`).fill("mine");
  await review(page);
  await sql`update ai_coach_app_settings set value = 'theirs' where key = ${`${own.prefix}.one`}`;
  await page.getByRole("button", { name: "Save 1 setting" }).click();
  await expect(page.getByText("Meanwhile it became theirs")).toBeVisible();
  await expect(control(page, `${own.prefix}.one`)).toHaveValue("mine");
  await page.getByRole("button", { name: "Take theirs" }).click();
  await expect(control(page, `${own.prefix}.one`)).toHaveValue("theirs");
});

test("a secret is read by an owner, for the record, and by nobody else", async ({
  admin,
  colleague,
  own,
  sql,
}) => {
  const key = `${own.prefix}.api_key`;
  await store(sql, key, "s3cr3t-value");
  await admin.open(`/settings?q=${key}`);
  expect(await admin.page.content()).not.toContain("s3cr3t-value");
  await admin.page.getByRole("button", { name: "Reveal" }).click();
  await expect(admin.page.getByText("s3cr3t-value")).toBeVisible();
  const [entry] = await sql`
    select count(*)::int as count from admin_changes where action = 'reveal' and record_title = ${key}`;
  expect(entry?.count).toBe(1);

  const editor = await colleague("editor");
  await editor.open(`/settings?q=${key}`);
  await expect(control(editor.page, key)).toBeVisible();
  await expect(editor.page.getByRole("button", { name: "Reveal" })).toHaveCount(0);
  expect(await editor.page.content()).not.toContain("s3cr3t-value");
  const refused = await editor.page.request.post("/api/settings/export", {
    form: { resource: "settings", format: "json", secrets: "true" },
    headers: { origin: new URL(editor.page.url()).origin },
  });
  expect(refused.status()).toBe(403);
});

test("opening a setting shows what everybody will read, and asks", async ({ admin, own }) => {
  const { page } = admin;
  const key = `${own.prefix}.one`;
  await admin.open(`/settings?q=${key}`);
  await page.getByLabel(`Public: ${key}`).check();
  await review(page);
  const dialog = page.getByRole("dialog");
  await expect(dialog.locator("pre")).toHaveText(JSON.stringify({ [key]: "v0" }));
  await dialog.getByLabel(/Let everybody read/).check();
  await dialog.getByRole("button", { name: "Save 1 setting" }).click();
  await expect(admin.toast("Setting saved")).toBeVisible();
  await expect(async () => {
    const answer = await page.request.get("/api/settings/public");
    expect(await answer.json()).toMatchObject({ [key]: "v0" });
    const etag = answer.headers().etag ?? "";
    const again = await page.request.get("/api/settings/public", {
      headers: { "if-none-match": etag },
    });
    expect(again.status()).toBe(304);
  }).toPass();
});

test("a file is compared before any of it is saved", async ({ admin, own }) => {
  const { page } = admin;
  await admin.open("/settings");
  await page.getByRole("link", { name: "Import or compare" }).click();
  const file = {
    [`${own.prefix}.one`]: "007",
    [`${own.prefix}.two`]: "v1",
    "app.accent_color": "blue",
  };
  await page.getByLabel("An export as JSON, .env or YAML").fill(JSON.stringify(file));
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page.getByRole("heading", { name: "2 settings to look at" })).toBeVisible();
  await expect(page.getByText("Enter a colour in hexadecimal")).toBeVisible();
  expect(await own.values()).toEqual(before);
  await page.getByLabel(`Take ${own.prefix}.one`).check();
  await page.getByRole("button", { name: "Save what is ticked" }).click();
  await expect(admin.toast("Setting saved")).toBeVisible();
  expect(await own.values()).toEqual({ ...before, one: "007" });
});

test.describe("without any script", () => {
  test.use({ javaScriptEnabled: false });

  test("settings are changed, reviewed, saved and undone", async ({ admin, own }) => {
    const { page } = admin;
    await admin.open(`/settings?q=${own.prefix}`);
    await expect(page.getByRole("article").filter({ visible: true })).toHaveCount(5);
    await control(page, `${own.prefix}.one`).fill("new 0");
    await page.getByLabel(`Delete: ${own.prefix}.two`).check();
    await review(page);
    await expect(page.getByRole("heading", { name: "Review changes" })).toBeVisible();
    await page.getByRole("button", { name: "Save 2 settings" }).click();
    await expect(page.getByText("2 settings saved")).toBeVisible();
    const { two: _, ...rest } = before;
    expect(await own.values()).toEqual({ ...rest, one: "new 0" });
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByText("2 settings saved")).toBeHidden();
    expect(await own.values()).toEqual(before);
  });
});
