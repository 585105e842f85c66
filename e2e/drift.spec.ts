// Drift and rehearsal: what a shadow of the database tells, by a person's steps.
import AxeBuilder from "@axe-core/playwright";
import { expect } from "./fixtures";
import { test } from "./migrations-alone";

/** A shadow database starts in seconds, on a busy machine in many. */
const checkMs = 60_000;

test("a column that was added by hand is found, with the SQL that closes it", async ({
  admin,
  sql,
}) => {
  test.slow();
  const { page } = admin;
  await sql`alter table ai_coach_progress_tracking add column by_hand text`;
  try {
    await admin.open("/migrations/drift");
    await page.getByRole("button", { name: "Check for drift" }).click();
    const prefix = page.getByRole("region", { name: "ai_coach_" });
    await expect(prefix).toContainText("Drifted", { timeout: checkMs });
    await prefix.getByText("by_hand").first().click();
    await expect(prefix.getByRole("region", { name: "SQL for by_hand" })).toContainText(
      'DROP COLUMN "by_hand"',
    );
    await expect(prefix).toContainText("Drops data");
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

    await admin.open("/migrations");
    await expect(page.getByRole("region", { name: "Drift" })).toContainText("1 difference");
  } finally {
    await sql`alter table ai_coach_progress_tracking drop column by_hand`;
  }
  await admin.open("/migrations");
  await expect(page.getByRole("region", { name: "Drift" })).toContainText("have changed since");
});

test("a rehearsal measures what a pending migration locks, and says what would fail", async ({
  admin,
  addMigration,
}) => {
  test.slow();
  const { page } = admin;
  const { tag } = await addMigration(
    'ALTER TABLE "base_users" ADD COLUMN "TABLE_OF_TEST" text;--> statement-breakpoint\nSELECT 1/0;',
  );
  await admin.open("/migrations/base_");
  await page.getByRole("link", { name: "Measure it in a rehearsal" }).click();
  await page.getByRole("button", { name: "Rehearse" }).click();
  await expect(page.getByText(`${tag} would fail`)).toBeVisible({ timeout: checkMs });
  await expect(page.getByRole("main")).toContainText("division by zero");
  await expect(page.getByRole("region", { name: "Measured locks" })).toContainText(
    "public.base_users",
  );
  await expect(page.getByRole("region", { name: "Measured locks" })).toContainText(
    "AccessExclusive",
  );
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test("a viewer sees what was found, and cannot start a check", async ({ colleague }) => {
  const viewer = await colleague("viewer");
  for (const [path, button] of [
    ["drift", "Check for drift"],
    ["rehearsal", "Rehearse"],
  ]) {
    await viewer.open(`/migrations/${path}`);
    await expect(viewer.page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(viewer.page.getByRole("button", { name: button ?? "" })).toHaveCount(0);
    const answer = await viewer.page.request.post(`/api/migrations/${path}`, {
      headers: { origin: new URL(viewer.page.url()).origin },
    });
    expect(answer.status()).toBe(403);
  }
});
