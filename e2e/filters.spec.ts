// Filters: what is built on screen is an address, and what an address says is on screen.
import { randomUUID } from "node:crypto";
import { expectAccessible } from "./accessible";
import { addFilter, chips, choose, pagesMade, panel, whereOf } from "./filter-steps";
import { expect, test } from "./fixtures";

test("each kind of condition is built, read as a sentence and kept in the address", async ({
  admin,
}) => {
  const { page } = admin;
  await admin.open("/sessions");
  await addFilter(page, "Status", async () => {
    await panel(page)
      .getByRole("checkbox", { name: /scheduled/ })
      .check();
    await panel(page)
      .getByRole("checkbox", { name: /completed/ })
      .check();
  });
  await addFilter(page, "Duration", async () => {
    await panel(page).getByLabel("Operator").selectOption("≥");
    await panel(page).getByLabel("Value").fill("5");
  });
  await addFilter(page, "Created at", async () => {
    await panel(page).getByLabel("How many").fill("20");
    await panel(page).getByLabel("Unit").selectOption("years");
  });
  await addFilter(page, "Completed at", async () => {
    await panel(page).getByLabel("Operator").selectOption("is after");
    await panel(page).getByLabel("Value").fill("2001-02-03 04:05");
  });
  await addFilter(page, "Goals", async () => {
    await panel(page).getByLabel("Path in the JSON").fill("0/title");
    await panel(page).getByLabel("Operator").selectOption("is not null");
  });
  await expect(chips(page).getByRole("listitem")).toHaveText([
    "Status is one of scheduled and completed",
    "Duration ≥ 5",
    "Created at is in the last 20 years",
    "Completed at is after 3 Feb 2001, 04:05",
    "Goals › 0 › title is not null",
  ]);
  expect(whereOf(page)).toBe(
    "in(status,scheduled,completed),gte(duration,5),last(createdAt,20y),gt(completedAt,2001-02-03 04:05),notNull(goals/0/title)",
  );
  await page.getByRole("link", { name: "Clear all" }).click();
  await expect(page).toHaveURL(/\/sessions$/);
});

test("an address with filters shows them to whoever opens it, and Back takes them off again", async ({
  admin,
  session,
  sql,
}) => {
  const { page } = admin;
  // No other test has it.
  const duration = 100_000 + Math.floor(Math.random() * 1e9);
  await sql`update ai_coach_some_sessions set duration = ${duration} where id = ${session.id}`;
  await admin.open("/sessions");
  await addFilter(page, "Duration", () => panel(page).getByLabel("Value").fill(`${duration}`));
  await expect(admin.rows()).toHaveCount(1);
  await expect(admin.rows()).toContainText(session.type);
  await page.reload();
  await expect(chips(page)).toHaveText(`Duration is ${duration}`);
  await expect(admin.rows()).toHaveCount(1);
  await page.goBack();
  await expect(admin.rows()).toHaveCount(50);
  await expect(chips(page)).toBeHidden();
  await page.goForward();
  await expect(admin.rows()).toHaveCount(1);
});

test("a chip is changed in place and removed with its cross or with Delete", async ({ admin }) => {
  const { page } = admin;
  await admin.open("/sessions?where=gt(duration,5),notNull(userId)");
  await page.getByRole("button", { name: "Duration > 5" }).click();
  await panel(page).getByLabel("Value").fill("x");
  await expect(panel(page).getByText("Enter a whole number")).toBeVisible();
  await panel(page).getByLabel("Value").fill("6");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Duration > 6" })).toBeVisible();
  await page.getByRole("link", { name: "Remove: User is not null" }).click();
  expect(whereOf(page)).toBe("gt(duration,6)");
  await page.getByRole("button", { name: "Duration > 6" }).focus();
  await page.keyboard.press("Delete");
  await expect(page).toHaveURL(/\/sessions$/);
  await expect(page.getByRole("button", { name: "Filter", exact: true })).toBeFocused();
});

test("alternatives are one group, and what is nested deeper is shown and removable", async ({
  admin,
}) => {
  const { page } = admin;
  await admin.open("/sessions");
  await page.keyboard.press("f");
  await choose(page, "Duration");
  await panel(page).getByLabel("Operator").selectOption("is null");
  await panel(page).getByRole("button", { name: "Or…" }).click();
  await choose(page, "Notes");
  await panel(page).getByLabel("Value").fill("week");
  await panel(page).getByRole("button", { name: "Add filter" }).click();
  await expect(page.getByRole("list", { name: "Any of" }).getByRole("listitem")).toHaveText([
    "Duration is null",
    "orNotes contains week",
  ]);
  expect(whereOf(page)).toBe("any(null(duration),contains(notes,week))");
  await page.getByRole("link", { name: "Remove: Notes contains week" }).click();
  expect(whereOf(page)).toBe("null(duration)");

  await admin.open("/sessions?where=any(null(duration),all(gt(duration,5),lt(duration,9)))");
  await page.getByRole("link", { name: "Remove: Duration > 5 and Duration < 9" }).click();
  expect(whereOf(page)).toBe("null(duration)");
});

test("a person is chosen by name and shown by name", async ({ admin, sql }) => {
  const { page } = admin;
  const [person] = await sql<{ id: string; name: string }[]>`
    select u.id, u.firstname || ' ' || u.surname as name from base_users u
    where exists (select from ai_coach_some_sessions s where s.user_id = u.id)
    order by u.firstname, u.surname limit 1`;
  const { id = "", name = "" } = person ?? {};
  await admin.open("/progress?view=list");
  await addFilter(page, "User", async () => {
    await panel(page).getByLabel("Find a person").fill(name);
    await panel(page).getByRole("checkbox", { name }).check();
  });
  await expect(chips(page)).toHaveText(`User is ${name}`);
  expect(whereOf(page)).toBe(`is(userId,${id})`);
  await page.reload();
  await expect(chips(page)).toHaveText(`User is ${name}`);
});

test("values come with how often they occur, and a click adds one", async ({ admin, sql }) => {
  const { page } = admin;
  const prefix = `test_${randomUUID().slice(0, 8)}`;
  await sql`
    insert into ai_coach_app_settings (key, value, is_public)
    select ${prefix} || '.' || n, '1', n > 1 from generate_series(1, 3) as n`;
  await admin.open(`/settings?view=list&where=startsWith(key,${prefix})`);
  await addFilter(page, "Is public", async () => {
    const choice = panel(page).locator("label").filter({ hasText: "true" });
    await expect(choice).toHaveText("true2");
    await choice.click();
  });
  await expect(admin.rows()).toHaveCount(2);
  await expect(page.getByRole("heading", { level: 1 }).locator("..")).toContainText(/Settings\s*2/);
  await sql`delete from ai_coach_app_settings where starts_with(key, ${prefix})`;
});

test("A12: a secret is neither filtered by nor counted", async ({ admin }) => {
  const { page } = admin;
  const refused = await page.request.get("/api/rows/base_users/facets?field=password");
  expect(refused.status()).toBe(403);
  const partly = await page.request.get("/api/rows/settings/facets?field=value");
  expect(partly.status()).toBe(403);
  const unknown = await page.request.get("/api/rows/settings/facets?field=__proto__");
  expect(unknown.status()).toBe(400);
  await admin.open("/base_users?where=startsWith(password,a)");
  await expect(page.getByText("This list cannot be filtered by “password”.")).toBeVisible();
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await page.getByRole("combobox", { name: "Filter by" }).fill("password");
  await expect(panel(page).getByText("No field is called so.")).toBeVisible();
});

test("A11, A16, A26: what an address cannot mean is left out with a notice", async ({ admin }) => {
  const { page } = admin;
  for (const where of [
    "is(__proto__,1)",
    "constructor(status,1)",
    "is(status",
    "is(nothing,1)",
    "like(status,a)",
    "gt(duration,1 or 1=1)",
    "is(goals/__proto__/a,1),is(id,x)",
    Array.from({ length: 45 }, (_, index) => `gt(duration,${index})`).join(),
  ]) {
    await admin.open(`/sessions?where=${encodeURIComponent(where)}`);
    await expect(
      page
        .locator("main")
        .getByText(/cannot be|left out|at the most/)
        .first(),
    ).toBeVisible();
    await expect(page.getByRole("button", { name: "Filter", exact: true })).toBeVisible();
  }
  const injected = encodeURIComponent("is(status,'; drop table ai_coach_some_sessions; --)");
  await admin.open(`/sessions?where=${injected}`);
  await expect(page.getByRole("heading", { name: "No sessions match" })).toBeVisible();
  await admin.open(`/sessions?q=${"%25".repeat(190)}`);
  await expect(page.getByRole("heading", { name: "No sessions match" })).toBeVisible();
  const long = await page.request.get(`/api/rows/sessions?q=${"%25".repeat(100_000)}`);
  expect(long.status()).toBeGreaterThanOrEqual(400);
  expect((await page.request.get("/api/health/live")).ok()).toBe(true);
});

test("a list that takes too long says so and shows the ways out", async ({ admin, sql }) => {
  const { page } = admin;
  // To look through so much text once for every condition takes many times the list's budget.
  const words = Array.from({ length: 39 }, (_, index) => `word${index}x`);
  const where = words.map((word) => `contains(error,${word})`).join();
  // Before there is so much text: to show the beginnings of it takes long too.
  await admin.open("/base_jobs");
  const before = await admin.rows().count();
  await sql`
    insert into base_jobs (type, error, created_at)
    select 'slow', repeat('b', 200000) || ${words.join(" ")}, '2001-01-01'
    from generate_series(1, 400)`;
  try {
    // Once the panel opens, the page listens to its address.
    await page.getByRole("button", { name: "Filter", exact: true }).click();
    await expect(panel(page).getByRole("combobox")).toBeFocused();
    await page.keyboard.press("Escape");
    const made = pagesMade(page);
    await page.evaluate(
      (href) => window.history.pushState(null, "", href),
      `/base_jobs?sort=type&where=${where}`,
    );
    await expect(page.getByText("The database took too long")).toBeVisible();
    await expect(page.getByText("The rows below are those of the page before.")).toBeVisible();
    await expect(admin.rows()).toHaveCount(before);
    expect(made()).toEqual([]);
    await admin.open(`/base_jobs?sort=type&where=${where}`);
    await expect(page.getByText("sorted by Type, where Error contains word0x")).toBeVisible();
    await expect(page.getByRole("button", { name: "Error contains word0x" })).toBeVisible();
    await page.getByText("Add the index").click();
    await expect(page.getByText('index("base_jobs_error_trgm_idx")')).toBeVisible();
    await page.getByRole("link", { name: "Use the usual order" }).click();
    await expect(page).not.toHaveURL(/sort=/);
    await sql`delete from base_jobs where type = 'slow'`;
    await page.getByRole("link", { name: "Clear filters" }).first().click();
    await expect(page.getByText("The database took too long")).toBeHidden();
    await expect(page).toHaveURL(/\/base_jobs$/);
    await expect(admin.rows().filter({ hasText: "send-reminder" }).first()).toBeVisible();
    await expect(admin.rows().filter({ hasText: "slow" })).toHaveCount(0);
  } finally {
    await sql`delete from base_jobs where type = 'slow'`;
  }
});

test("a click in a list fetches rows and makes no page anew, whichever way the list was come to", async ({
  admin,
}) => {
  const { page } = admin;
  const grid = page.getByRole("grid");
  const tour = async () => {
    const made = pagesMade(page);
    await page.locator("main thead").getByRole("link", { name: "Status" }).click();
    await expect(page).toHaveURL(/sort=/);
    await expect(grid).toHaveAttribute("aria-busy", "false");
    await page.getByRole("link", { name: "Next page" }).click();
    await expect(page).toHaveURL(/after=/);
    await expect(grid).toHaveAttribute("aria-busy", "false");
    await page.goBack();
    await expect(page).not.toHaveURL(/after=/);
    await expect(grid).toHaveAttribute("aria-busy", "false");
    await page.goBack();
    await expect(page).not.toHaveURL(/sort=/);
    await expect(grid).toHaveAttribute("aria-busy", "false");
    expect(made()).toEqual([]);
  };
  await admin.open("/sessions");
  await tour();
  await admin.open("/progress");
  await page
    .getByRole("navigation", { name: "Main" })
    .getByRole("link", { name: "Sessions" })
    .click();
  await expect(grid).toBeVisible();
  await tour();
});

test("the builder has nothing that axe finds, on a phone too", async ({ admin }) => {
  const { page } = admin;
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(viewport);
    await admin.open("/sessions?where=any(is(status,completed),null(notes)),gt(duration,5)");
    await page.getByRole("button", { name: "Filter", exact: true }).click();
    await expect(page.getByRole("combobox", { name: "Filter by" })).toBeFocused();
    await expectAccessible(page);
    await choose(page, "Status");
    await expect(panel(page).getByRole("checkbox").first()).toBeFocused();
    await expectAccessible(page);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(viewport.width);
  }
});
