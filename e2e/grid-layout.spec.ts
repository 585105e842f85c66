// The table of a list laid out as each person wants it: columns, their order, widths and pins, density, the order of rows.
import type { Locator } from "@playwright/test";
import { expect, sampled, test } from "./fixtures";
import { sessionsOfType } from "./grid-page";

test("columns are hidden, moved, pinned and widened; the address keeps it, and Back takes it back", async ({
  admin,
}) => {
  const { page } = admin;
  const fetched: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/api/rows/") && !request.url().includes("after="))
      fetched.push(request.url());
  });
  await admin.open("/sessions");
  const before = await admin.headers();
  await admin.chooseInHeader("Notes", "Hide");
  await expect(admin.header("Notes")).toHaveCount(0);
  await admin.chooseInHeader("Status", "Move right");
  await expect
    .poll(() => admin.headers())
    .toEqual(["Session type", "User", "Status", "Scheduled at", "Duration", "Created at"]);
  await admin.chooseInHeader("User", "Pin up to here");
  await expect(page).toHaveURL(/columns=sessionType,userId\|status,/);
  const width = async () => (await admin.header("Status").boundingBox())?.width ?? 0;
  const edge = page.getByRole("separator", { name: "Width of Status" });
  const box = await edge.boundingBox();
  const was = await width();
  if (box) {
    await page.mouse.move(box.x + 2, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(box.x + 62, box.y + 10, { steps: 4 });
    await page.mouse.up();
  }
  await expect.poll(width).toBe(was + 60);
  await expect(edge).toHaveAttribute("aria-valuenow", String(was + 60));
  await edge.focus();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect.poll(width).toBe(was + 44);
  expect(fetched, "none of it needs rows").toEqual([]);
  await page.reload();
  expect(await width()).toBe(was + 44);
  expect((await admin.headers()).slice(0, 3)).toEqual(["Session type", "User", "Status"]);
  for (const _act of ["keys", "drag", "pin", "move", "hide"]) await page.goBack();
  await expect.poll(() => admin.headers()).toEqual(before);
});

test("a header is dragged to another place", async ({ admin }) => {
  await admin.open("/sessions");
  const [from, to] = [
    await admin.header("Duration").boundingBox(),
    await admin.header("Status").boundingBox(),
  ];
  if (!from || !to) throw new Error("No such headers.");
  const { mouse } = admin.page;
  await mouse.move(from.x + from.width / 2, from.y + 10);
  await mouse.down();
  await mouse.move(to.x + to.width, to.y + 10, { steps: 5 });
  await mouse.move(to.x + 10, to.y + 10, { steps: 5 });
  await mouse.up();
  await expect
    .poll(async () => (await admin.headers()).slice(0, 3))
    .toEqual(["Session type", "Duration", "Status"]);
  await expect(admin.page).not.toHaveURL(/sort=/);
});

test("the pinned columns stay in sight on a phone, and the page is no wider", async ({ admin }) => {
  await admin.page.setViewportSize({ width: 390, height: 844 });
  await admin.open("/sessions");
  const first = await admin.cell(1, "Session type");
  const x = async (cell: Locator) => (await cell.boundingBox())?.x ?? 0;
  const was = await x(first);
  const last = await admin.cell(1, "Created at");
  await admin.page.getByRole("region", { name: "Sessions" }).evaluate((region) => {
    region.scrollLeft = region.scrollWidth;
  });
  await expect.poll(() => x(last)).toBeLessThan(390);
  expect(await x(first)).toBe(was);
});

test("columns that the resource does not show are added; those left out are not even read", async ({
  admin,
}) => {
  await admin.open("/sessions");
  const menu = await admin.openLayout();
  await menu.getByLabel("Completed at").click();
  await expect(admin.header("Completed at")).toBeVisible();
  await menu.getByLabel("Notes").click();
  await expect(admin.header("Notes")).toHaveCount(0);
  await menu.getByRole("button", { name: "Reset layout" }).click();
  await expect(admin.page).toHaveURL(/\/sessions$/);
  const answer = await admin.page.request.get("/api/rows/sessions?columns=status|duration");
  const { columns } = await answer.json();
  expect(columns).toEqual(expect.arrayContaining(["status", "duration", "id"]));
  expect(columns).not.toContain("notes");
  expect(columns).not.toContain("userId");
});

test("rows are compact or roomy, long texts cut or broken into lines", async ({
  admin,
  session,
  sql,
}) => {
  await sql`
    update ai_coach_some_sessions set notes = ${"many words ".repeat(25)} where id = ${session.id}`;
  await admin.open(sessionsOfType(session.type));
  const height = async () => (await admin.rows().first().boundingBox())?.height;
  expect(await height()).toBe(32);
  const menu = await admin.openLayout();
  await menu.getByLabel("Compact").click();
  await expect.poll(height).toBe(28);
  await menu.getByLabel("Roomy").click();
  await expect.poll(height).toBe(40);
  await menu.getByLabel("Break long texts into lines").click();
  await expect.poll(height).toBeGreaterThan(60);
  await expect(admin.page).toHaveURL(/density=roomy&wrap$/);
  await admin.page.reload();
  expect(await height()).toBeGreaterThan(60);
});

test("a click with Shift sorts within the order there is", async ({ admin }) => {
  const { page } = admin;
  await admin.open(`/progress?view=list&where=${sampled}`);
  await admin.sortBy("Metric type");
  await expect(page).toHaveURL(/sort=metricType/);
  await admin
    .header("Timestamp")
    .getByRole("link")
    .click({ modifiers: ["Shift"] });
  await expect(page).toHaveURL(/sort=metricType,timestamp/);
  await expect(page.locator("th[aria-sort]")).toHaveCount(1);
  await expect(
    page.getByRole("link", { name: "Metric type, ascending, sort key 1" }),
  ).toBeVisible();
  await expect(page.getByRole("link", { name: "Timestamp, ascending, sort key 2" })).toBeVisible();
  await expect(page.getByRole("grid")).toHaveAttribute("aria-busy", "false");
  const metrics = await admin.column("Metric type");
  const times = await page
    .locator("tbody tr:not([aria-hidden]) time")
    .evaluateAll((all) => all.map((time) => time.getAttribute("datetime") ?? ""));
  const pairs = metrics.map((metric, index) => `${metric} ${times[index]}`);
  expect(new Set(times).size).toBeGreaterThan(1);
  expect(pairs).toEqual([...pairs].sort());
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a layout's address shows all rows of a page, linked and sortable", async ({ admin }) => {
    await admin.open("/sessions?columns=status|userId,sessionType:300&density=compact");
    expect(await admin.headers()).toEqual(["Status", "User", "Session type"]);
    await expect(admin.rows()).toHaveCount(50);
    await expect(admin.rows().first().getByRole("link").first()).toHaveAttribute(
      "href",
      /^\/sessions\/./,
    );
    await expect(admin.header("Status").getByRole("link")).toHaveAttribute("href", /sort=status/);
    await admin.open("/progress?view=list&limit=500");
    await expect(admin.rows()).toHaveCount(500);
  });
});
