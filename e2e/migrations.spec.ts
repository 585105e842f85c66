// The status of migrations: nothing wrong is shown as green, and everything has its proof.
import AxeBuilder from "@axe-core/playwright";
import { expect } from "./fixtures";
import { test } from "./migrations-alone";

test("a prefix tells what has run, with the SQL and the values that were compared", async ({
  admin,
}) => {
  const { page } = admin;
  await admin.open("/migrations");
  const card = page.getByRole("article", { name: "Dashboard" });
  await expect(card).toContainText("Up to date");
  await expect(card).toContainText("drizzle.admin_migrations");
  await expect(card).toContainText("npm run admin:migrate");

  await card.getByRole("link", { name: "Dashboard" }).click();
  await expect(page).toHaveURL("/migrations/admin_");
  await page.getByLabel("Filter by name or hash").fill("append_only");
  await expect(page).toHaveURL("/migrations/admin_?text=append_only");
  const timeline = page.getByRole("region", { name: "Timeline" });
  await expect(timeline.getByRole("listitem")).toHaveCount(2);

  await timeline.getByRole("link", { name: "changes_are_append_only" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("0001_changes_are_append_only");
  const sql = page.getByRole("region", { name: "SQL of 0001_changes_are_append_only" });
  await expect(sql).toContainText('CREATE TRIGGER "admin_changes_append_only"');
  const statements = page.getByRole("region", { name: "Statements" });
  await expect(statements).toContainText("Create trigger admin_changes_append_only");
  await expect(page.getByRole("region", { name: "What it changes" })).toContainText("by hand");
  const compared = page.getByRole("main").getByText(/^[0-9a-f]{64}$/);
  const [file, ...others] = await compared.allInnerTexts();
  expect(others).toEqual([file, file]);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.getByRole("link", { name: "Older" }).click();
  await expect(page.getByRole("region", { name: "What it changes" })).toContainText(
    "table admin_users",
  );
});

test("what is pending is played through, and its locks are told before anyone runs it", async ({
  admin,
  addMigration,
}) => {
  const { page } = admin;
  const { tag, table } = await addMigration(
    'CREATE TABLE "TABLE_OF_TEST" ("id" uuid PRIMARY KEY);--> statement-breakpoint\nALTER TABLE "base_users" ADD COLUMN "nick_TABLE_OF_TEST" text;',
  );
  await admin.open("/migrations/base_");
  const next = page.getByRole("region", { name: "What the next run would do" });
  await expect(next.getByRole("article").first()).toContainText("It runs 1 migration");
  await expect(next.getByRole("article").first()).toContainText(`Create table ${table}`);
  const receipt = page.getByRole("region", { name: "Lock receipt" });
  await expect(receipt.getByRole("row", { name: /base_users/ })).toContainText("AccessExclusive");
  // Nobody waits for a table that the batch itself makes.
  await expect(receipt.getByRole("table")).not.toContainText(table);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  const answer = await page.request.get("/api/migrations");
  expect(answer.headers()["cache-control"]).toBe("no-store");
  const { prefixes } = await answer.json();
  expect(prefixes[0]).toMatchObject({ prefix: "base_" });
  expect(prefixes[0].migrations).toContainEqual(
    expect.objectContaining({ tag, isPending: true, statements: 2 }),
  );
});

test("without a session the status is refused, as JSON too", async ({ playwright, baseURL }) => {
  const anonymous = await playwright.request.newContext({
    baseURL: baseURL ?? "",
    storageState: { cookies: [], origins: [] },
  });
  expect((await anonymous.get("/api/migrations")).status()).toBe(401);
  await anonymous.dispose();
});

test("a row that no migration explains is shown first, in words, and the rest stays readable", async ({
  admin,
  sql,
}) => {
  const { page } = admin;
  const later = Date.now() + 60_000;
  const [row] = await sql<{ id: number }[]>`
    insert into drizzle.base_migrations (hash, created_at) values ('unknown', ${later}) returning id`;
  try {
    await admin.open("/migrations");
    await expect(page.getByRole("main")).toContainText("1 prefix needs attention");
    const headline = `The database is ahead of this folder (row ${row?.id})`;
    await expect(page.getByRole("article", { name: "Framework" })).toContainText(headline);

    await admin.open("/migrations/base_");
    const problems = page.getByRole("region", { name: "Needs attention" });
    await expect(problems).toContainText(headline);
    await expect(problems).toContainText("unknown");
    await expect(page.getByRole("region", { name: "Timeline" })).toContainText("Applied");
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  } finally {
    await sql`delete from drizzle.base_migrations where id = ${row?.id ?? 0}`;
  }
});

test("a viewer may look, and a prefix that is not declared is no page", async ({ colleague }) => {
  const viewer = await colleague("viewer");
  await viewer.open("/migrations");
  await expect(viewer.page.getByRole("article")).toHaveCount(3);
  expect((await new AxeBuilder({ page: viewer.page }).analyze()).violations).toEqual([]);
  const answer = await viewer.page.goto("/migrations/nobody_");
  expect(answer?.status()).toBe(404);
  await expect(viewer.page.getByRole("heading", { level: 1 })).toHaveText("Nothing here");
});
