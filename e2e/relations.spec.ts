// Relations: a cell that points to another record shows its title and opens a peek; a record leads to what points to it.
import { randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { signedOut } from "./account-steps";
import type { AdminPage } from "./admin-page";
import { test as base, expect } from "./fixtures";

type Measured = {
  id: string;
  metric: string;
  /** Of the session that it points to, which is the test's own. */
  title: string;
  sessionId: string;
  person: { id: string; name: string };
};

/** An entry of progress of the test's own, the newest of all, and another one whose session is gone. */
const test = base.extend<{ measured: Measured }>({
  measured: async ({ sql, session }, use) => {
    const [user] = await sql<{ id: string; name: string }[]>`
      select id, firstname || ' ' || surname as name from base_users order by id limit 1`;
    if (!user) throw new Error("There are no people.");
    const metric = `measured ${randomUUID().slice(0, 8)}`;
    await sql`update ai_coach_some_sessions set scheduled_at = '2031-03-09 10:00', user_id = ${user.id}
      where id = ${session.id}`;
    const [entry] = await sql<{ id: string }[]>`
      insert into ai_coach_progress_tracking (user_id, coaching_session_id, metric_type, value, timestamp)
      values (${user.id}, ${session.id}, ${metric}, '7', '9000-01-02'),
        (${user.id}, gen_random_uuid(), ${`${metric} gone`}, '7', '9000-01-01') returning id`;
    await use({
      id: entry?.id ?? "",
      metric,
      title: `${session.type} · 9 Mar 2031`,
      sessionId: session.id,
      person: user,
    });
    await sql`delete from ai_coach_progress_tracking where metric_type like ${`${metric}%`}`;
  },
});

const list = "/progress?view=list&sort=-timestamp";

function rowOf(page: Page, metric: string): Locator {
  return page
    .locator("tbody tr")
    .filter({ has: page.getByRole("link", { name: metric, exact: true }) });
}

const linkOf = ({ page }: AdminPage, { metric, title }: Measured) =>
  rowOf(page, metric).getByRole("link", { name: title });

const peekOf = ({ page }: AdminPage, { title }: Measured) =>
  page.getByRole("dialog", { name: title });

async function openPeek(admin: AdminPage, measured: Measured): Promise<Locator> {
  await admin.open(list);
  await linkOf(admin, measured).click();
  const peek = peekOf(admin, measured);
  await expect(peek).toContainText("as it was");
  return peek;
}

test("a cell shows the title of what it points to, and what is gone is told", async ({
  admin,
  measured,
}) => {
  await admin.open(list);
  const row = rowOf(admin.page, measured.metric);
  await expect(row.getByRole("link", { name: measured.title })).toHaveAttribute(
    "href",
    `/sessions/${measured.sessionId}`,
  );
  await expect(row.getByRole("link", { name: measured.person.name })).toHaveAttribute(
    "href",
    `/base_users/${measured.person.id}`,
  );
  await expect(rowOf(admin.page, `${measured.metric} gone`)).toContainText("no such record");
});

test("a peek opens by a click, tells of the record and leads to it", async ({
  admin,
  measured,
}) => {
  const { page } = admin;
  const peek = await openPeek(admin, measured);
  await expect(peek).toContainText("pending");
  await expect(peek).toContainText(measured.person.name);
  await expect(page).toHaveURL(/\/progress/);
  await peek.getByRole("link", { name: "Open session" }).click();
  await expect(page).toHaveURL(new RegExp(`/sessions/${measured.sessionId}$`));
});

test("a peek opens by the keyboard, and Escape gives the focus back", async ({
  admin,
  measured,
}) => {
  const { page } = admin;
  await admin.open(list);
  const link = linkOf(admin, measured);
  const peek = peekOf(admin, measured);
  for (const key of ["Enter", " "]) {
    await link.focus();
    await page.keyboard.press(key);
    await expect(peek.getByRole("link", { name: "Open session" })).toBeVisible();
    await page.keyboard.press("Tab");
    await expect(peek.getByRole("link", { name: "Open session" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(peek).toBeHidden();
    await expect(link).toBeFocused();
  }
});

test("with a key held down the record opens in a tab of its own", async ({ admin, measured }) => {
  const { page } = admin;
  await admin.open(list);
  const [opened] = await Promise.all([
    page.context().waitForEvent("page"),
    linkOf(admin, measured).click({ modifiers: ["ControlOrMeta"] }),
  ]);
  await expect(opened).toHaveURL(new RegExp(`/sessions/${measured.sessionId}$`));
  await expect(peekOf(admin, measured)).toBeHidden();
});

test("what cannot be loaded is told, and can be tried again", async ({ admin, measured, sql }) => {
  const { page } = admin;
  await admin.open(list);
  await page.route("**/api/peek/**", (route) => route.abort(), { times: 1 });
  const link = linkOf(admin, measured);
  await link.click();
  const peek = peekOf(admin, measured);
  await expect(peek.getByRole("alert")).toContainText("did not answer");
  await peek.getByRole("button", { name: "Try again" }).click();
  await expect(peek).toContainText("as it was");
  await page.keyboard.press("Escape");
  await sql`delete from ai_coach_some_sessions where id = ${measured.sessionId}`;
  await link.click();
  await expect(peek.getByRole("alert")).toContainText("no such record any more");
});

test("A01, A07: nobody peeks without signing in, and no cache keeps what was seen", async ({
  admin,
  playwright,
  measured,
}) => {
  const anybody = await playwright.request.newContext({
    baseURL: process.env.BASE_URL,
    storageState: signedOut,
  });
  const path = `/api/peek/base_users/${measured.person.id}`;
  expect((await anybody.get(path)).status()).toBe(401);
  await anybody.dispose();
  const answer = await admin.page.request.get(path);
  expect(answer.headers()["cache-control"]).toBe("no-store");
  expect(Object.keys(await answer.json())).toContain("cells");
  expect((await admin.page.request.get("/api/peek/base_users/nobody")).status()).toBe(404);
  expect((await admin.page.request.get("/api/peek/nothing/1")).status()).toBe(404);
});

test("a record shows what it points to, and leads to the lists that point to it", async ({
  admin,
  colleague,
  measured,
}) => {
  const { page } = admin;
  await admin.open(`/progress/${measured.id}`);
  await page.getByRole("main").getByRole("link", { name: measured.title }).click();
  await expect(page.getByRole("dialog", { name: measured.title })).toContainText("as it was");
  const viewer = await colleague("viewer");
  await viewer.open(`/progress/${measured.id}`);
  await expect(viewer.page.getByRole("link", { name: measured.title })).toBeVisible();

  await admin.open(`/sessions/${measured.sessionId}`);
  const related = page.getByRole("link", { name: /^Progress\s*1$/ });
  const href = new URL((await related.getAttribute("href")) ?? "", "http://localhost");
  expect(href.pathname).toBe("/progress");
  expect(Object.fromEntries(href.searchParams)).toEqual({
    view: "list",
    where: `is(coachingSessionId,${measured.sessionId})`,
  });
  await related.click();
  await expect(page).toHaveURL(/\/progress\?view=list/);
  await expect(admin.rows()).toHaveCount(1);
  await expect(admin.rows()).toContainText(measured.metric);
  await admin.open(`/base_users/${measured.person.id}`);
  await expect(page.getByRole("link", { name: /^Sessions\s*\d+\+?$/ })).toBeVisible();
});

for (const look of [
  { colorScheme: "light", viewport: { width: 1440, height: 900 } },
  { colorScheme: "dark", viewport: { width: 390, height: 844 } },
] as const) {
  test.describe(`${look.colorScheme}, ${look.viewport.width} px`, () => {
    test.use(look);

    test("axe finds nothing in an open peek, which stays inside the window", async ({
      admin,
      measured,
    }) => {
      const { page } = admin;
      const peek = await openPeek(admin, measured);
      await expect(peek).toHaveCSS("opacity", "1");
      await expectAccessible(page);
      const box = await peek.boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(look.viewport.width);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(look.viewport.height);
    });
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the title is a link to the record", async ({ admin, measured }) => {
    await admin.open(list);
    await linkOf(admin, measured).click();
    await expect(admin.page).toHaveURL(new RegExp(`/sessions/${measured.sessionId}$`));
    await expect(admin.page.getByRole("heading", { level: 1 })).toBeVisible();
  });
});
