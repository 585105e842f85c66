// Bench: a wide list of 500 rows, scrolled from top to bottom by a finger; frames are counted in Chromium's own trace.
import type { Browser, Page } from "@playwright/test";
import type postgres from "postgres";
import { takeLongTasks } from "./painted";

const table = "base_bench_wide";
const columns = Array.from({ length: 19 }, (_, index) => `field_${index + 1}`);
const rows = 500;
const pixelsPerSecond = 4_000;

export type Scrolled = {
  rows: number;
  columns: number;
  pixels: number;
  frames: number;
  dropped: number;
  longTasks: number[];
};

/** Chromium's report on a frame, at its beginning: whether it was shown, dropped or not needed. */
type TraceEvent = { ph: string; args?: { chrome_frame_reporter?: { state: string } } };

/** A table of the framework's, which the dashboard finds in the catalog. */
export async function makeWideTable(sql: postgres.Sql): Promise<void> {
  const values = columns.map((name, index) => `'${name} of ' || n * ${index + 1} as ${name}`);
  await sql.unsafe(`
    drop table if exists ${table};
    create table ${table} as select n as id, ${values.join(", ")} from generate_series(1, ${rows * 2}) as n;
    alter table ${table} add primary key (id);
    analyze ${table}`);
}

export async function scrollWide(browser: Browser, page: Page): Promise<Scrolled> {
  await page.goto(`/${table}?limit=${rows}&columns=${["id", ...columns].join(",")}`);
  await page.waitForLoadState("networkidle");
  await takeLongTasks(page);
  const size = await page.evaluate(() => {
    const region = [...document.querySelectorAll("main *")].find(
      ({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1_000,
    );
    if (!region) throw new Error("Nothing can be scrolled.");
    const { x, y, width, height } = region.getBoundingClientRect();
    return {
      columns: document.querySelectorAll("main :is(th, [role=columnheader])").length,
      pixels: region.scrollHeight - region.clientHeight,
      x: x + width / 2,
      y: y + height / 2,
    };
  });
  const { x, y, pixels } = size;
  const devTools = await page.context().newCDPSession(page);
  await browser.startTracing(page, {
    categories: ["disabled-by-default-devtools.timeline.frame"],
  });
  await devTools.send("Input.synthesizeScrollGesture", {
    ...{ x, y, yDistance: -pixels, speed: pixelsPerSecond },
    gestureSourceType: "mouse",
  });
  const { traceEvents }: { traceEvents: TraceEvent[] } = JSON.parse(
    (await browser.stopTracing()).toString(),
  );
  const states = traceEvents.flatMap(({ ph, args }) =>
    ph === "b" ? (args?.chrome_frame_reporter?.state ?? []) : [],
  );
  return {
    ...{ rows, columns: size.columns, pixels },
    frames: states.filter((state) => state.startsWith("STATE_PRESENTED")).length,
    dropped: states.filter((state) => state === "STATE_DROPPED").length,
    longTasks: await takeLongTasks(page),
  };
}
