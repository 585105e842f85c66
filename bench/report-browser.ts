// Bench: what a person waits for in Chromium, as a table for people.
import type { Spread } from "./measure";
import type { Scrolled } from "./scroll";

type Result = {
  sessions: number;
  progress: number;
  clicks: (Spread & { name: string; longTasks: number[] })[];
  scripts: Record<string, number>;
  signIn: Spread;
  scrolled: Scrolled;
};

export function browserTable({ progress, clicks, scripts, signIn, scrolled }: Result): string {
  return [
    "",
    `${progress.toLocaleString("en")} progress entries, 50 rows a page, from a click to the frame that shows what came of it`,
    `${"".padEnd(18)} ${"p50".padStart(9)} ${"p95".padStart(9)}  tasks over 50 ms`,
    ...clicks.map(({ name, p50, p95, longTasks }) =>
      [name.padEnd(18), ms(p50), ms(p95), ` ${told(longTasks)}`].join(" "),
    ),
    ["sign in to rows".padEnd(18), ms(signIn.p50), ms(signIn.p95)].join(" "),
    `scripts of a first load, packed: ${Object.entries(scripts)
      .map(([name, bytes]) => `${name} ${(bytes / 1024).toFixed(0)} K`)
      .join(", ")}`,
    `scrolling ${scrolled.rows} rows × ${scrolled.columns} columns: ${scrolled.frames} frames, ${scrolled.dropped} dropped, tasks over 50 ms: ${told(scrolled.longTasks)}`,
    "",
  ].join("\n");
}

function told(longTasks: number[]): string {
  if (longTasks.length === 0) return "none";
  return `${longTasks.length}, the longest ${Math.round(Math.max(...longTasks))} ms`;
}

function ms(value: number): string {
  return (value === 0 ? "" : `${value.toFixed(1)} ms`).padStart(9);
}
