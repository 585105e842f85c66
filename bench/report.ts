// Bench: the measurements as a table for people.
import { compared, type Measured } from "./measure";

type Result = {
  rows: number;
  jobs: Measured[];
  throughput: { floor: number; ours: number };
  memoryMb: { idle: number; after: number };
};

export function reportTable({ rows, jobs, throughput, memoryMb }: Result): string {
  const lines = compared(jobs).map(({ name, floor, p50, p95, bytes }) =>
    [
      name.padEnd(18),
      ms(floor),
      ms(p50),
      ms(p95),
      `${(p50 / floor).toFixed(1)} ×`.padStart(8),
      `${(bytes / 1024).toFixed(1)} K`.padStart(9),
    ].join(" "),
  );
  return [
    "",
    `${rows.toLocaleString("en")} sessions, 50 rows a page, medians of runs that take turns`,
    `${"".padEnd(18)} ${"floor".padStart(9)} ${"p50".padStart(9)} ${"p95".padStart(9)} ${"ratio".padStart(8)} ${"bytes".padStart(9)}`,
    ...lines,
    `requests a second, 8 at once, first page: floor ${throughput.floor}, ours ${throughput.ours}`,
    `resident memory of the server: ${memoryMb.idle} MB before, ${memoryMb.after} MB after`,
    "",
  ].join("\n");
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`.padStart(9);
}
