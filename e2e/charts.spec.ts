// Charts: a metric found, brought closer, opened down to its record; the same without scripts and by keyboard.
import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { test as base, expect } from "./fixtures";

type Metric = { name: string; ada: string; ben: string };

/** A metric of the test's own: 60 days of two people, a word among the numbers. */
const test = base.extend<{ metric: Metric }>({
  metric: async ({ sql }, use) => {
    const metric = {
      name: `test ${randomUUID().slice(0, 8)}`,
      ada: randomUUID(),
      ben: randomUUID(),
    };
    await sql`
      insert into ai_coach_progress_tracking (user_id, metric_type, value, timestamp)
      select person, ${metric.name}, value, current_date - day * interval '1 day' + interval '9 hours'
      from generate_series(1, 60) as day,
        lateral (values (${metric.ada}::uuid, to_jsonb(day)), (${metric.ben}::uuid, jsonb_build_object('score', day * 2))) as of(person, value)
      union all select ${metric.ada}::uuid, ${metric.name}, '"unwell"', current_date - 70 + interval '9 hours'`;
    await use(metric);
    await sql`delete from ai_coach_progress_tracking where metric_type = ${metric.name}`;
  },
});

const address = ({ name }: Metric, rest = "") =>
  `/progress?${new URLSearchParams({ metric: name })}${rest}`;

const plot = (page: Page) => page.locator(".u-over");
const slider = (page: Page) => page.getByRole("slider");

/** From one share of the plot's width to another. */
async function brush(page: Page, from: number, to: number) {
  const box = await plot(page).boundingBox();
  if (!box) throw new Error("There is no plot.");
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * from, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * to, y, { steps: 8 });
  await page.mouse.up();
}

test("a metric is chosen, brushed closer, downloaded and left again by Back", async ({
  admin,
  metric,
}) => {
  const { page } = admin;
  await admin.open(`/progress?${new URLSearchParams({ metric: metric.name, range: "7d" })}`);
  await expect(admin.rows()).toHaveCount(6);
  await page.getByRole("link", { name: "90 days" }).click();
  await expect(admin.rows()).toHaveCount(61);
  await expect(page.getByText("121 entries · a point for 1 day")).toBeVisible();
  await expect(plot(page)).toBeVisible();
  const [average, least, greatest] = await Promise.all(
    ["Average", "Least", "Greatest"].map((header) => admin.column(header)),
  );
  expect([average?.[0], least?.[0], greatest?.[0]]).toEqual(["1.5", "1", "2"]);

  const href = await page.getByRole("link", { name: "CSV" }).getAttribute("href");
  const csv = await (await page.request.get(href ?? "")).text();
  const lines = csv.trimEnd().split("\r\n");
  expect(lines[0]).toBe("from,to,line,id,entries,numbers,min,avg,max");
  expect(lines).toHaveLength(62);
  expect(lines.at(-1)).toMatch(/,Everybody,,2,2,1,1\.50+,2$/);

  await brush(page, 0.4, 0.7);
  await expect(page).toHaveURL(/from=/);
  await expect(admin.rows()).not.toHaveCount(61);
  await page.goBack();
  await expect(admin.rows()).toHaveCount(61);
  await page.getByRole("link", { name: "Zoom in" }).click();
  await expect(page).toHaveURL(/from=/);
  await page.getByRole("link", { name: "Reset" }).click();
  await expect(admin.rows()).toHaveCount(61);
});

test("people are compared, a point leads to its record, words are told apart", async ({
  admin,
  metric,
}) => {
  const { page } = admin;
  await admin.open(address(metric, `&person=${metric.ada}`));
  await page.getByLabel("Compare with").fill(metric.ben);
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("button", { name: metric.ben.slice(0, 8) })).toBeVisible();
  await expect(admin.rows()).toHaveCount(121);
  const switched = page.getByRole("button", { name: metric.ada.slice(0, 8) });
  await switched.click();
  await expect(switched).toHaveAttribute("aria-pressed", "false");

  await page.getByRole("link", { name: "List them" }).click();
  await expect(page.getByRole("heading", { name: /not numbers/ })).toBeVisible();
  await expect(page.getByText('"unwell"')).toBeVisible();
  await page.getByRole("link", { name: "Close" }).click();
  await expect(page.getByText('"unwell"')).toBeHidden();

  await admin.rows().first().getByRole("link", { name: "1" }).click();
  await expect(page).toHaveURL(/\/progress\/[0-9a-f-]{36}$/);
});

test("the keyboard goes from bucket to bucket and opens one", async ({ admin, metric }) => {
  const { page } = admin;
  await admin.open(address(metric));
  await expect(plot(page)).toBeVisible();
  await slider(page).focus();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /Everybody: 1\.5 \(1 to 2\)/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: new RegExp(metric.name) })).toBeVisible();
  await expect(page.locator("#entries tbody tr")).toHaveCount(2);
});

test("the distribution and the latest of each person", async ({ admin, metric }) => {
  const { page } = admin;
  await admin.open(address(metric));
  await page.getByRole("link", { name: "Distribution" }).click();
  await expect(page.getByText("120 numbers from 1 to 120")).toBeVisible();
  const counts = await admin.column("Numbers");
  expect(counts.map(Number).reduce((sum, count) => sum + count, 0)).toBe(120);
  await page.getByRole("link", { name: "Latest per person" }).click();
  await expect(admin.rows()).toHaveCount(2);
  expect((await admin.column("Latest")).sort()).toEqual(["1", "2"]);
  expect((await admin.column("Change")).sort()).toEqual(["-1", "-2"]);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the form asks, the table answers", async ({ admin, metric }) => {
    const { page } = admin;
    await admin.open(address(metric));
    await page.getByLabel("A point for").selectOption("1w");
    await page.getByLabel("Only this person").fill(metric.ben);
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page.getByText("60 entries · a point for 1 week")).toBeVisible();
  });
});

test("A11: what an address cannot mean is left out with a notice", async ({ admin }) => {
  await admin.open("/progress?tab=pie&from=2026-13-01&person=%00&smooth=1e9&open=__proto__");
  await expect(admin.page.getByText("A chart has no tab “pie”.")).toBeVisible();
  await expect(admin.page.getByRole("link", { name: "Over time" })).toHaveAttribute(
    "aria-current",
    "page",
  );
  const refused = await admin.page.request.get("/api/series/progress?tab=pie");
  expect(refused.status()).toBe(400);
  expect((await admin.page.request.get("/api/series/sessions")).status()).toBe(404);
});
