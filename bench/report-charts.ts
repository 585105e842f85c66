// Bench: what charts cost, as a table for people.
import type { Measured } from "./measure";

/** @param points drawn, by the job's name */
export function chartTable(rows: number, jobs: Measured[], points: Map<string, number>): string {
  const names = [...new Set(jobs.map(({ name }) => name))];
  const lines = names.map((name) => {
    const of = (side: string) => jobs.find((job) => job.name === name && job.side === side);
    const floor = of("floor")?.p50 ?? 0;
    const { p50 = 0, p95 = 0, bytes = 0 } = of("ours") ?? {};
    return [
      name.padEnd(22),
      ...[floor, p50, p95].map((value) => `${value.toFixed(1)} ms`.padStart(10)),
      `${(p50 / floor).toFixed(2)} ×`.padStart(8),
      String(points.get(name) ?? "").padStart(7),
      `${(bytes / 1024).toFixed(1)} K`.padStart(8),
    ].join(" ");
  });
  return [
    "",
    `${rows.toLocaleString("en")} entries; the answer as CSV and as a whole page; medians of runs that take turns`,
    `${"".padEnd(22)} ${["floor", "p50", "p95"].map((name) => name.padStart(10)).join(" ")} ${"ratio".padStart(8)} ${"points".padStart(7)} ${"bytes".padStart(8)}`,
    ...lines,
    "",
  ].join("\n");
}
