// Bench: the measurements as tables for people.
import type { Sizes } from "./database";
import { compared, type Measured } from "./measure";

export type Result = Sizes & {
  jobs: Measured[];
  throughput: { floor: number; ours: number };
  memoryMb: { idle: number; after: number };
};

export function reportTable(result: Result): string {
  const { sessions, progress, jobs, throughput, memoryMb } = result;
  const lines = compared(jobs).map(({ name, floor, p50, p95, bytes }) =>
    [
      name.padEnd(26),
      ms(floor),
      ms(p50),
      ms(p95),
      ratio(p50 / floor),
      `${(bytes / 1024).toFixed(1)} K`.padStart(9),
    ].join(" "),
  );
  return [
    "",
    `${count(sessions)} sessions, ${count(progress)} progress entries, 50 rows a page, medians of runs that take turns`,
    heading(26, ["floor", "p50", "p95", "ratio", "bytes"]),
    ...lines,
    `requests a second, 8 at once, J1: floor ${throughput.floor}, ours ${throughput.ours}`,
    `resident memory of the server: ${memoryMb.idle} MB before, ${memoryMb.after} MB after`,
    "",
  ].join("\n");
}

/** Each job's median at each size, as a ratio to that at the smallest. */
export function growthTable(results: Result[]): string {
  const bySize = results.map(({ jobs }) => compared(jobs));
  const lines = (bySize[0] ?? []).map(({ name, p50: smallest }) => {
    const medians = bySize.map((jobs) => jobs.find((job) => job.name === name)?.p50 ?? Number.NaN);
    return [name.padEnd(26), ...medians.map((p50) => ratio(p50 / smallest))].join(" ");
  });
  const sizes = results.map(({ sessions }) => count(sessions));
  return ["by number of sessions", heading(26, sizes), ...lines, ""].join("\n");
}

function heading(indent: number, names: string[]): string {
  return [" ".repeat(indent), ...names.map((name) => name.padStart(9))].join(" ");
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`.padStart(9);
}

function ratio(value: number): string {
  return `${value.toFixed(2)} ×`.padStart(9);
}

function count(value: number): string {
  return value.toLocaleString("en");
}
