// Bench: what charts cost, as a table for people.
import { compared, type Measured } from "./measure";

/** @param points drawn, by the job's name */
export function chartTable(rows: number, jobs: Measured[], points: Map<string, number>): string {
  const lines = compared(jobs).map(({ name, floor, p50, p95, bytes }) =>
    [
      name.padEnd(22),
      ...[floor, p50, p95].map((value) => `${value.toFixed(1)} ms`.padStart(10)),
      `${(p50 / floor).toFixed(2)} ×`.padStart(8),
      String(points.get(name) ?? "").padStart(7),
      `${(bytes / 1024).toFixed(1)} K`.padStart(8),
    ].join(" "),
  );
  return [
    "",
    `${rows.toLocaleString("en")} entries; the answer as CSV and as a whole page; medians of runs that take turns`,
    `${"".padEnd(22)} ${["floor", "p50", "p95"].map((name) => name.padStart(10)).join(" ")} ${"ratio".padStart(8)} ${"points".padStart(7)} ${"bytes".padStart(8)}`,
    ...lines,
    "",
  ].join("\n");
}
