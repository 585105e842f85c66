// Bench: from a click to the frame that shows what was clicked for, as the page itself sees it.
import type { BrowserContext, Page } from "@playwright/test";

export type Shown = "other rows" | "a record";

type Probe = {
  longTasks: number[];
  /** From the next click on, or from `begin`, to the paint. */
  arm: (shown: Shown) => void;
  begin: () => void;
  painted: Promise<number>;
};

declare global {
  interface Window {
    bench: Probe;
  }
}

export async function probe(context: BrowserContext): Promise<void> {
  // The names of functions, which tsx keeps by calling this.
  await context.addInitScript("globalThis.__name = (target) => target");
  await context.addInitScript(install);
}

/** @returns milliseconds */
export async function untilPainted(
  page: Page,
  shown: Shown,
  act: () => Promise<void>,
): Promise<number> {
  await page.evaluate((wanted) => window.bench.arm(wanted), shown);
  await act();
  return page.evaluate(() => window.bench.painted);
}

/** What has kept the page busy for more than 50 ms since this was asked last; in milliseconds. */
export function takeLongTasks(page: Page): Promise<number[]> {
  return page.evaluate(() => window.bench.longTasks.splice(0));
}

/** Runs in the page, and so knows nothing of this file. */
function install(): void {
  let start: number | undefined;
  const longTasks: number[] = [];
  new PerformanceObserver((list) => {
    longTasks.push(...list.getEntries().map(({ duration }) => duration));
  }).observe({ type: "longtask", buffered: true });

  function arm(shown: Shown): void {
    start = undefined;
    let haveRowsChanged = false;
    const observer = new MutationObserver((mutations) => {
      haveRowsChanged ||= mutations.some(({ target }) => {
        const element = target instanceof Element ? target : target.parentElement;
        return element?.closest("main :is(tbody, [role=rowgroup])");
      });
    });
    observer.observe(document, { subtree: true, childList: true, characterData: true });
    addEventListener("click", ({ timeStamp }) => (start ??= timeStamp), {
      capture: true,
      once: true,
    });
    const isShown = () =>
      shown === "a record"
        ? document.querySelector("main input[name=seen]") !== null
        : haveRowsChanged && !document.querySelector("main [aria-busy=true]");
    window.bench.painted = new Promise((resolve) => {
      const look = () => {
        if (start === undefined || !isShown()) return requestAnimationFrame(look);
        // A task after a frame's callbacks runs when the frame has been handed over to be painted.
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          observer.disconnect();
          resolve(performance.now() - (start ?? 0));
        };
        channel.port2.postMessage(null);
      };
      requestAnimationFrame(look);
    });
  }

  const begin = () => {
    start = performance.now();
  };
  window.bench = { longTasks, arm, begin, painted: Promise.resolve(0) };
}
