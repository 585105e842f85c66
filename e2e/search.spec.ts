// Search, counts and "Go to": what of a list matches, how much it is, and where to begin in it.
import { randomUUID } from "node:crypto";
import { whereOf } from "./filter-steps";
import { expect, test } from "./fixtures";

test("a search follows what is typed, is one step back, and Escape clears it", async ({
  admin,
  session,
}) => {
  const { page } = admin;
  await admin.open("/sessions");
  const box = page.getByRole("searchbox", { name: "Search sessions" });
  // Keys count once the frame's scripts have come.
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(box).toBeFocused({ timeout: 500 });
  }).toPass();
  await box.pressSequentially(session.type, { delay: 20 });
  await expect(admin.rows()).toHaveCount(1);
  await expect(admin.rows()).toContainText(session.type);
  await page.goBack();
  await expect(box).toHaveValue("");
  await expect(admin.rows()).toHaveCount(50);
  await page.goForward();
  await expect(box).toHaveValue(session.type);
  await box.press("Escape");
  await expect(box).toHaveValue("");
  await expect(admin.rows()).toHaveCount(50);
});

test("when nothing matches that is said, and filters can be cleared there", async ({ admin }) => {
  const { page } = admin;
  await admin.open("/sessions?where=is(status,none)&q=nowhere");
  await expect(page.getByRole("heading", { name: "No sessions match" })).toBeVisible();
  await expect(page.getByRole("searchbox")).toHaveValue("nowhere");
  await page.getByRole("link", { name: "Clear filters" }).click();
  await expect(admin.rows()).toHaveCount(50);
});

test("the count follows the filter, is exact when asked for, and can be given up", async ({
  admin,
  sql,
}) => {
  const { page } = admin;
  const header = page.locator("main header").first();
  const exactly = header.getByRole("link", { name: "Count exactly" });
  const type = `probe-${randomUUID().slice(0, 8)}`;
  await sql`
    insert into base_jobs (id, type, created_at)
      select gen_random_uuid(), ${type}, '2001-01-01' from generate_series(1, 10500)`;
  try {
    await admin.open(`/base_jobs?where=is(type,${type}),is(type,none)`);
    await expect(header).toContainText(/Jobs\s*0/);
    await page.getByRole("link", { name: "Remove: Type is none" }).click();
    await expect(header).toContainText(/more than 10,000|≈/);
    await page.route("**/count?*exact*", () => {}, { times: 1 });
    await exactly.click();
    await header.getByRole("button", { name: "Cancel" }).click();
    await exactly.click();
    await expect(header).toContainText("10,500");
    await expect(exactly).toBeHidden();
  } finally {
    await sql`delete from base_jobs where type = ${type}`;
  }
});

test("Go to begins where the order reaches a value, and what is beyond the end is said", async ({
  admin,
  session,
  sql,
}) => {
  const { page } = admin;
  await sql`update ai_coach_some_sessions set created_at = '2003-03-03 12:00' where id = ${session.id}`;
  await admin.open("/sessions");
  await page.getByRole("button", { name: "Go to…" }).click();
  await page.getByLabel("Created at around").fill("2003-03-03");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/from=2003-03-03/);
  await expect(admin.rows().first()).toContainText(session.type);
  await expect(page.getByText(/row.* from 3 Mar 2003 on/)).toBeVisible();
  await page.getByRole("link", { name: "Previous page" }).click();
  await expect(admin.rows()).toHaveCount(50);
  await admin.open("/sessions?from=1003-03-03");
  await expect(page.getByRole("heading", { name: "No sessions from there on" })).toBeVisible();
  await page.getByRole("link", { name: "Last page" }).first().click();
  await expect(admin.rows().first()).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("chips are links that remove, search and Go to are forms", async ({ admin, session }) => {
    const { page } = admin;
    await admin.open("/sessions?where=notNull(userId),null(completedAt)");
    await page.getByRole("link", { name: "Remove: User is not null" }).click();
    expect(whereOf(page)).toBe("null(completedAt)");
    await page.getByRole("searchbox").fill(session.type);
    await page.keyboard.press("Enter");
    await expect(admin.rows()).toHaveCount(1);
    expect(whereOf(page)).toBe("null(completedAt)");
    await page.getByRole("button", { name: "Go to…" }).click();
    await page.getByLabel("Created at around").fill("2003-03-03");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "No sessions from there on" })).toBeVisible();
    await expect(page.getByRole("searchbox")).toHaveValue(session.type);
  });
});
