// The whole job, as a person does it on a good day.
import { expect, test } from "./fixtures";

test("sign in, create, edit, look up the history, undo, delete, undo, edit a setting, look at migrations, sign out", async ({
  admin,
  sql,
}) => {
  const { page } = admin;
  const [person] = await sql<{ id: string }[]>`select id from base_users order by email limit 1`;

  await admin.open("/sessions");
  await page.getByRole("link", { name: "New session" }).click();
  await admin.fill({ User: person?.id ?? "", "Session type": "whole job", Notes: "first\nsecond" });
  await admin.save();
  await expect(admin.toast("Session created")).toBeVisible();
  await expect(page.getByRole("heading", { name: "whole job" })).toBeVisible();
  const record = new URL(page.url()).pathname;

  await admin.field("Status").selectOption("scheduled");
  await admin.fill({ "Scheduled at": "2030-05-01 09:30:00.123456" });
  await admin.save();
  await expect(admin.toast("Session saved")).toBeVisible();
  await expect(admin.field("Scheduled at")).toHaveValue("2030-05-01 09:30:00.123456");

  await page.getByRole("main").getByRole("link", { name: "History" }).click();
  const entries = page.getByRole("main").locator("ol > li").filter({ hasText: "#" });
  await expect(entries).toHaveCount(2);
  await expect(entries.first()).toContainText("2030-05-01 09:30:00.123456");
  await entries.first().getByRole("button", { name: "Undo" }).click();
  await expect(entries).toHaveCount(3);

  await admin.open(record);
  await expect(admin.field("Status")).toHaveValue("=pending");
  await expect(admin.choice("Scheduled at")).toHaveValue("null");

  await admin.delete("session");
  await expect(admin.toast("Session deleted")).toBeVisible();
  await expect(page).toHaveURL(/\/sessions$/);
  await admin.undoFromToast("Session deleted");
  await expect(admin.toast("Undone")).toBeVisible();
  await expect(admin.rows().filter({ hasText: "whole job" })).toHaveCount(1);

  await admin.open("/settings?view=list");
  await page.getByRole("link", { name: "coaching.max_minutes" }).click();
  await admin.fill({ Value: "95" });
  await admin.save();
  await expect(admin.toast("Setting saved")).toBeVisible();
  const [setting] =
    await sql`select value from ai_coach_app_settings where key = 'coaching.max_minutes'`;
  expect(setting?.value).toBe("95");

  await admin.open("/migrations");
  for (const prefix of ["base_", "ai_coach_", "admin_"]) {
    await expect(page.getByRole("main").getByText(prefix, { exact: true }).first()).toBeVisible();
  }
  await expect(page.getByRole("main")).toContainText("Up to date");

  const id = decodeURIComponent(record.split("/").at(-1) ?? "");
  const changes = await sql<{ action: string }[]>`
    select action from admin_changes where record_id = ${id} order by id`;
  expect(changes.map(({ action }) => action)).toEqual([
    "create",
    "update",
    "update",
    "delete",
    "create",
  ]);
});
