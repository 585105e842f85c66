// Applying migrations from the page: what an owner sees, what happens, and who is kept from it.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, owner, signInAsOwner } from "./account-steps";
import { test } from "./migrations-alone";

const breakpoint = "\n--> statement-breakpoint\n";
const madeTable = "CREATE TABLE TABLE_OF_TEST (id int);";
const address = "/migrations/apply?prefix=base_";

// A session of the test's own, that it may let grow old.
test.use({ storageState: { cookies: [], origins: [] } });

const applyButton = (page: Page) => page.getByRole("button", { name: /^Apply \d+ migrations?$/ });
const plan = (page: Page) => page.getByRole("region", { name: "Migrations of base_" });

test("an owner reads the plan, applies it, and is named in the list of runs", async ({
  page,
  sql,
  addMigration,
}) => {
  const { tag, table } = await addMigration(
    `${madeTable}${breakpoint}CREATE INDEX ON TABLE_OF_TEST (id);`,
  );
  await signInAsOwner(page);
  await page.goto(address);
  await expect(plan(page)).toContainText(tag);
  await expect(plan(page)).toContainText("2 statements");
  await expect(page.getByRole("heading", { name: "Back up first" })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.getByLabel("I have taken a backup").check();
  await page.getByRole("button", { name: "Apply 1 migration", exact: true }).click();
  await expect(page.getByText(/^1 migration applied in /)).toBeVisible();
  await expect(plan(page)).toContainText(/2 statements, applied in /);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  const [found] = await sql`select to_regclass(${table}) is not null as made`;
  expect(found?.made).toBe(true);
  const [run] = await sql`
    select id::text, outcome, backup_taken, actor_id, migrations->0->>'tag' as tag
    from admin_migration_runs where prefix = 'base_' order by admin_migration_runs.id desc limit 1`;
  const [person] = await sql`select id from admin_users where email = ${owner.email}`;
  expect(run).toMatchObject({ outcome: "applied", backup_taken: true, actor_id: person?.id, tag });
  await expect(page.getByRole("link", { name: "See the status" })).toHaveAttribute(
    "href",
    `/migrations?run=${run?.id}#runs`,
  );

  await page.goto(address);
  await expect(page.getByRole("heading", { name: "Nothing to apply" })).toBeVisible();
});

test("the backup command names the tables that change, and never the password", async ({
  page,
  addMigration,
}) => {
  await addMigration("ALTER TABLE base_users ADD x int;");
  await signInAsOwner(page);
  await page.goto(address);
  const command = page.getByRole("region", { name: "Backup command" });
  await expect(command).toContainText("pg_dump");
  await expect(command).toContainText(`--port=${process.env.POSTGRES_PORT}`);
  await expect(command).toContainText("--table=public.base_users");
  await expect(command).toContainText("--table=drizzle.base_migrations");
  expect(await page.content()).not.toContain(process.env.POSTGRES_PASSWORD);
});

test("what fails is shown with its statement and place, and nothing is kept", async ({
  page,
  sql,
  addMigration,
}) => {
  const first = await addMigration(madeTable);
  const second = await addMigration(`SELECT 1;${breakpoint}SELECT 1 +\n  nothing;`);
  await signInAsOwner(page);
  await page.goto(address);
  await applyButton(page).click();
  await expect(page.getByText("base_ failed. Nothing was applied.")).toBeVisible();
  await expect(plan(page)).toContainText(`${second.tag}, statement 2 of 2`);
  await expect(plan(page)).toContainText('column "nothing" does not exist (line 3, column 3)');
  await expect(page.getByRole("region", { name: "The statement that failed" })).toContainText("^");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  const [found] = await sql`select to_regclass(${first.table}) is null as gone`;
  expect(found?.gone).toBe(true);

  await page.getByRole("button", { name: "Back to the plan" }).click();
  await expect(applyButton(page)).toBeVisible();
});

test("the password is asked for again after ten minutes", async ({ page, sql, addMigration }) => {
  await addMigration(madeTable);
  await signInAsOwner(page);
  await letGrowOld(page, sql);
  await page.goto(address);
  await page.getByLabel("I have taken a backup").check();
  await applyButton(page).click();
  await expect(page.getByText("Enter your password.")).toBeVisible();
  await page.getByLabel("Your password").fill("certainly not it");
  await applyButton(page).click();
  await expect(page.getByText("This is not your password.")).toBeVisible();
  await expect(page.getByLabel("Your password")).toBeFocused();
  await expect(page.getByLabel("I have taken a backup")).toBeChecked();
  await page.getByLabel("Your password").fill(owner.password);
  await applyButton(page).click();
  await expect(page.getByText(/^1 migration applied in /)).toBeVisible();
});

test("A28: what the page did not show is not applied", async ({ page, sql, addMigration }) => {
  const shown = await addMigration(madeTable);
  await signInAsOwner(page);
  await page.goto(address);
  await expect(plan(page)).toContainText(shown.tag);
  const late = await addMigration("SELECT 2;");
  await applyButton(page).click();
  await expect(
    page.getByText("What is pending has changed since this page was shown."),
  ).toBeVisible();
  await expect(plan(page)).toContainText(late.tag);
  await expect(applyButton(page)).toHaveText("Apply 2 migrations");
  const [found] = await sql`select to_regclass(${shown.table}) is null as gone`;
  expect(found?.gone).toBe(true);
});

test("F24: of two who apply at once, one waits and then has nothing to do", async ({
  page,
  addMigration,
}) => {
  await addMigration(`${madeTable}${breakpoint}SELECT pg_sleep(3);`);
  await signInAsOwner(page);
  const other = await page.context().newPage();
  for (const each of [page, other]) {
    await each.goto(address);
    await expect(applyButton(each)).toBeVisible();
  }
  await applyButton(page).click();
  await expect(plan(page)).toContainText("Statement 2 of 2");
  await applyButton(other).click();
  await expect(plan(other)).toContainText("Waiting for another run");
  await expect(page.getByText(/^1 migration applied in /)).toBeVisible();
  await expect(plan(other)).toContainText("Nothing to do");
});

test("the run goes on when its browser goes away", async ({ page, sql, addMigration }) => {
  const { table } = await addMigration(`${madeTable}${breakpoint}SELECT pg_sleep(2);`);
  await signInAsOwner(page);
  await page.goto(address);
  await applyButton(page).click();
  await expect(plan(page)).toContainText("Statement 2 of 2");
  await page.close();
  const isMade = async () => {
    const [found] = await sql`select to_regclass(${table}) is not null as made`;
    return found?.made;
  };
  await expect.poll(isMade).toBe(true);
});

test("A14: an editor finds no such page, and sending the form by hand applies nothing", async ({
  colleague,
  page,
  baseURL,
  sql,
  addMigration,
}) => {
  const { table } = await addMigration(madeTable);
  await signInAsOwner(page);
  await page.goto(address);
  const seen = await page.locator("[name=plan]").inputValue();

  const editor = await colleague("editor");
  const answer = await editor.page.goto(address);
  expect(answer?.status()).toBe(404);
  const { request } = editor.page.context();
  const origin = new URL(baseURL ?? "").origin;
  const send = (headers: Record<string, string>) =>
    request.post("/api/migrations/apply", { form: { plan: seen }, headers, maxRedirects: 0 });
  expect((await send({ origin })).status()).toBe(403);
  expect((await send({ origin, accept: "application/x-ndjson" })).status()).toBe(403);

  // Nor does an owner's browser when another site sends it.
  const foreign: Record<string, string>[] = [
    {},
    { origin: "null" },
    { origin: "https://evil.example" },
  ];
  for (const headers of foreign) {
    const sent = await page.context().request.post("/api/migrations/apply", {
      form: { plan: seen },
      headers,
      maxRedirects: 0,
    });
    expect(sent.status()).toBe(403);
  }
  const [found] = await sql`select to_regclass(${table}) is null as gone`;
  expect(found?.gone).toBe(true);
});

test("A01: without a session nothing is applied", async ({ request, baseURL }) => {
  const headers = { origin: new URL(baseURL ?? "").origin };
  const plain = await request.post("/api/migrations/apply", { headers, form: {}, maxRedirects: 0 });
  expect(plain.headers().location).toBe("/login?next=%2Fmigrations%2Fapply");
  const scripted = await request.post("/api/migrations/apply", {
    headers: { ...headers, accept: "application/x-ndjson" },
    form: {},
  });
  expect(scripted.status()).toBe(401);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a wrong password, a failure and a success are told by the page", async ({
    page,
    sql,
    addMigration,
  }) => {
    const failing = await addMigration("SELECT 1/0;");
    await signInAsOwner(page);
    await letGrowOld(page, sql);
    await page.goto("/migrations/apply");
    await page.getByLabel("Your password").fill("certainly not it");
    await applyButton(page).click();
    await expect(page.getByText("This is not your password.")).toBeVisible();
    await page.getByLabel("Your password").fill(owner.password);
    await applyButton(page).click();
    await expect(page.getByRole("main")).toContainText(`failed in ${failing.tag}`);
    await expect(page.getByRole("main")).toContainText("22012: division by zero");
    await expect(page.getByRole("main")).toContainText("Nothing was applied.");
  });

  test("a plan that is in order is applied and leads to the status", async ({
    page,
    sql,
    addMigration,
  }) => {
    const { table } = await addMigration(madeTable);
    await signInAsOwner(page);
    await page.goto(address);
    await applyButton(page).click();
    await expect(page).toHaveURL(/\/migrations\?run=\d+#runs$/);
    const [found] = await sql`select to_regclass(${table}) is not null as made`;
    expect(found?.made).toBe(true);
  });
});

/** As if its person had signed in eleven minutes ago. */
async function letGrowOld(page: Page, sql: import("postgres").Sql) {
  const cookies = await page.context().cookies();
  const cookie = cookies.find(({ name }) => name.endsWith("fastapp-admin.session_token"));
  const token = decodeURIComponent(cookie?.value ?? "").split(".")[0] ?? "";
  const aged = await sql`
    update admin_sessions set created_at = now() - interval '11 minutes'
    where token = ${token} returning id`;
  expect(aged).toHaveLength(1);
}
