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
  const migration = page.getByRole("listitem").filter({ hasText: "changes_are_append_only" });
  await expect(migration).toContainText("Applied");
  await migration.getByText("changes_are_append_only").first().click();
  const sql = migration.getByRole("region", { name: "SQL of 0001_changes_are_append_only" });
  await expect(sql).toContainText('CREATE TRIGGER "admin_changes_append_only"');
  const hashes = migration.locator("dd").filter({ hasText: /^[0-9a-f]{64}$/ });
  const [file, ledger] = await hashes.allInnerTexts();
  expect(file).toBe(ledger);
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
