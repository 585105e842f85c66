// Bench: what a person waits for in Chromium: clicks, first loads, signing in, scrolling.
// `npm run bench:browser [-- --rows 1000000 --progress-rows 5000000] [--json file]`. Needs a build and the bench's database.
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { findChromium } from "../scripts/testing/chromium.mjs";
import { prepareBenchDatabase } from "./database";
import { spread } from "./measure";
import { probe, type Shown, takeLongTasks, untilPainted } from "./painted";
import { browserTable } from "./report-browser";
import { makeWideTable, scrollWide } from "./scroll";
import { startDashboard } from "./server";

const { values: options } = parseArgs({
  options: {
    rows: { type: "string", default: "1000000" },
    "progress-rows": { type: "string", default: "5000000" },
    json: { type: "string" },
  },
});
const sizes = { sessions: Number(options.rows), progress: Number(options["progress-rows"]) };
const runs = 20;
const signIns = 5;
const list = "/progress?view=list";

const database = await prepareBenchDatabase(sizes);
await makeWideTable(database.sql);
const [{ id } = { id: "" }] = await database.sql<{ id: string }[]>`
  select id from ai_coach_some_sessions order by created_at desc, id desc limit 1`;
const dashboard = await startDashboard(database);
// Chromium's sandbox refuses root.
const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const browser = await chromium.launch({ executablePath: findChromium(), args });

type Click = { name: string; shown: Shown; act: (page: Page) => Promise<void> };

const clicks: Click[] = [
  {
    name: "sort",
    shown: "other rows",
    act: (page) => page.locator("main thead").getByRole("link", { name: "Timestamp" }).click(),
  },
  // As a link of the list does.
  { name: "filter", shown: "other rows", act: (page) => goTo(page, "where=is(metricType,steps)") },
  {
    name: "next page",
    shown: "other rows",
    act: (page) => page.getByRole("link", { name: "Next page" }).click(),
  },
  {
    name: "open a record",
    shown: "a record",
    act: (page) => page.locator("main tbody a").first().click(),
  },
];

try {
  const result = {
    ...sizes,
    clicks: await signedIn(measureClicks),
    scripts: {
      login: await scriptBytes("/login", false),
      list: await scriptBytes("/sessions"),
      record: await scriptBytes(`/sessions/${id}`),
    },
    signIn: spread(await repeated(signIns, () => inContext(false, signInToRows))),
    scrolled: await signedIn((page) => scrollWide(browser, page)),
  };
  console.log(browserTable(result));
  if (options.json) writeFileSync(options.json, `${JSON.stringify(result, null, 2)}\n`);
} finally {
  await browser.close();
  await dashboard.stop();
  await database.sql.end();
}

async function measureClicks(page: Page) {
  const measured = clicks.map((click) => ({ ...click, ms: [] as number[], long: [] as number[] }));
  const loading: number[] = [];
  for (let run = 0; run < runs; run++) {
    for (const { shown, act, ms, long } of measured) {
      // Anew, so that no page was visited before, and until the next one has been fetched ahead.
      await page.goto(list);
      await page.waitForLoadState("networkidle");
      loading.push(...(await takeLongTasks(page)));
      ms.push(await untilPainted(page, shown, () => act(page)));
      long.push(...(await takeLongTasks(page)));
    }
  }
  return [
    ...measured.map(({ name, ms, long }) => ({ name, ...spread(ms), longTasks: long })),
    { name: "loading the list", p50: 0, p95: 0, longTasks: loading },
  ];
}

async function goTo(page: Page, query: string): Promise<void> {
  await page.evaluate((href) => {
    window.bench.begin();
    history.pushState(null, "", href);
  }, `${list}&${query}`);
}

/** Of all scripts until the network is quiet, as they travel, in a browser that has been nowhere. */
function scriptBytes(path: string, isSignedIn = true): Promise<number> {
  return inContext(isSignedIn, async (page) => {
    const sizes: Promise<number>[] = [];
    page.on("requestfinished", (request) => {
      if (request.resourceType() === "script")
        sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
    });
    await page.goto(path);
    await page.waitForLoadState("networkidle");
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  });
}

/** From Enter in the form to the first rows, in a browser that has seen nothing but the form. */
async function signInToRows(page: Page): Promise<number> {
  await page.goto("/login?next=/sessions");
  await page.waitForLoadState("networkidle");
  await page.getByLabel("Email").fill(database.person.email);
  await page.getByLabel("Password", { exact: true }).fill(database.person.password);
  const start = performance.now();
  await page.keyboard.press("Enter");
  await page.waitForSelector("main tbody tr");
  await page.evaluate(() => new Promise(requestAnimationFrame));
  return performance.now() - start;
}

function signedIn<T>(work: (page: Page) => Promise<T>): Promise<T> {
  return inContext(true, work);
}

async function inContext<T>(isSignedIn: boolean, work: (page: Page) => Promise<T>): Promise<T> {
  const viewport = { width: 1440, height: 900 };
  const context: BrowserContext = await browser.newContext({ baseURL: dashboard.url, viewport });
  const [name = "", value = ""] = dashboard.cookie.split("=");
  if (isSignedIn) await context.addCookies([{ name, value, url: dashboard.url }]);
  await probe(context);
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

async function repeated<T>(times: number, work: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  while (results.length < times) results.push(await work());
  return results;
}
