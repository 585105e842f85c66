// The schema advisor: what it finds is explained, narrowed down by the address, and accepted with a reason.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures";

const object = "public.ai_coach_app_settings.created_at";
const headline = "created_at of ai_coach_app_settings has no zone";
const acceptPath = `/schema/accept?rule=timestamp-without-zone&prefix=ai_coach_&object=${object}`;

test.describe.configure({ mode: "serial" });

test("a finding opens to why, the schema line and the SQL; the address narrows them down", async ({
  admin,
}) => {
  const { page } = admin;
  await admin.open("/");
  await page.getByRole("link", { name: "Schema", exact: true }).click();
  const part = page.getByRole("article", { name: "AI Coach" });
  const rule = part.getByRole("region", { name: "Timestamps without a zone" });
  await expect(rule).toContainText("a wall clock without a place");
  await rule.getByText(headline).click();
  await expect(rule.getByRole("region", { name: `schema line: ${headline}` })).toContainText(
    'createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),',
  );
  await expect(rule.getByRole("region", { name: `SQL: ${headline}` })).toContainText(
    "AT TIME ZONE 'UTC'",
  );

  await page.getByLabel("Prefix").selectOption("ai_coach_");
  await page.getByLabel("Severity").selectOption("Suggestion");
  await page.getByLabel("Table, column or words").fill("app_settings zone");
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page).toHaveURL(/prefix=ai_coach_&severity=info&rule=&q=app_settings\+zone/);
  await expect(page.getByRole("article")).toHaveCount(1);
  await expect(page.getByText(headline)).toBeVisible();
  await expect(page.getByText("created_at of ai_coach_some_sessions")).toHaveCount(0);
  await page.getByRole("link", { name: "Clear" }).click();
  await expect(page.getByRole("article")).toHaveCount(3);
  await admin.open("/schema?q=nothing+of+this+kind");
  await expect(page.getByRole("heading", { name: "Nothing matches" })).toBeVisible();
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("a finding is accepted with a reason, and that is withdrawn", async ({ admin, sql }) => {
      const { page } = admin;
      const reason = `The guide has it so (${javaScriptEnabled}).`;
      await admin.open(acceptPath);
      await page.getByRole("button", { name: "Accept finding" }).click();
      await expect(admin.error("reason")).toHaveText("Say why it may stay.");
      await admin.field("Reason").fill("x".repeat(501));
      await page.getByRole("button", { name: "Accept finding" }).click();
      await expect(admin.error("reason")).toHaveText("Use up to 500 characters.");
      await expect(admin.field("Reason")).toHaveValue("x".repeat(501));
      await admin.field("Reason").fill(reason);
      await page.getByRole("button", { name: "Accept finding" }).click();

      await expect(page).toHaveURL("/schema?prefix=ai_coach_#accepted");
      const accepted = page.getByRole("region", { name: "Accepted, 1" });
      await expect(accepted).toContainText(reason);
      await expect(page.getByRole("article").getByText(headline)).toHaveCount(0);
      await accepted.getByRole("button", { name: `Withdraw: ${headline}` }).click();
      await expect(accepted).toHaveCount(0);
      await expect(page.getByRole("article").getByText(headline)).toHaveCount(1);
      const decisions = await sql`
        select decision, reason from admin_finding_decisions
        where object = ${object} order by id desc limit 2`;
      expect(decisions.map(({ decision }) => decision)).toEqual(["withdrawn", "accepted"]);
      expect(decisions[1]?.reason).toBe(reason);
    });
  });
}

test("rows that point at nothing are counted", async ({ admin, sql }) => {
  const [row] = await sql<{ id: string }[]>`
    insert into ai_coach_progress_tracking (user_id, metric_type, value)
    values (gen_random_uuid(), 'test of orphans', '1') returning id`;
  try {
    await admin.open("/schema?q=progress_tracking+user_id");
    const finding = admin.page.getByRole("listitem").filter({ hasText: "foreign key" });
    await expect(finding).toContainText(/rows? points? at a row that does not exist/);
    await expect(finding).toContainText("High");
  } finally {
    await sql`delete from ai_coach_progress_tracking where id = ${row?.id ?? ""}`;
  }
});

test("A15: a viewer sees the findings and decides on none", async ({ colleague, admin, sql }) => {
  const viewer = await colleague("viewer");
  await viewer.open("/schema");
  await expect(viewer.page.getByRole("article")).toHaveCount(3);
  await expect(viewer.page.getByRole("link", { name: /Accept/ })).toHaveCount(0);
  const answer = await viewer.page.goto(acceptPath);
  expect(answer?.status()).toBe(404);

  await admin.open(acceptPath);
  const form = admin.page.locator("form").filter({ has: admin.field("Reason") });
  const fields = await form.evaluate((element) => {
    const entries = [...new FormData(element as HTMLFormElement)];
    return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
  });
  const decisions = () => sql`select id from admin_finding_decisions`;
  const before = await decisions();
  await viewer.page.request.post(acceptPath, {
    multipart: { ...fields, reason: "smuggled" },
    headers: { origin: new URL(admin.page.url()).origin },
  });
  expect(await decisions()).toEqual(before);
});

test("nothing that axe finds, on either page", async ({ admin }) => {
  for (const path of ["/schema", acceptPath]) {
    await admin.open(path);
    await admin.page.locator("summary").last().click();
    const { violations } = await new AxeBuilder({ page: admin.page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  }
});
