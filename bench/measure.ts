// Bench: medians of runs that take turns, so that a slow moment of the machine meets both sides.
import type { Answer } from "./server";

export type Side = "floor" | "ours";
export type Job = { name: string; side: Side; run: () => Promise<Answer> };
export type Spread = { p50: number; p95: number };
export type Measured = Spread & { name: string; side: Side; bytes: number };

const usually = { warmUps: 10, runs: 40 };
const concurrency = 8;
const throughputMs = 4_000;

export async function measureInterleaved(
  jobs: Job[],
  { warmUps, runs } = usually,
): Promise<Measured[]> {
  const times = new Map(jobs.map((job) => [job, [] as number[]]));
  const bytes = new Map<Job, number>();
  for (let run = -warmUps; run < runs; run++) {
    for (const job of jobs) {
      const answer = await job.run();
      bytes.set(job, answer.bytes);
      if (run >= 0) times.get(job)?.push(answer.ms);
    }
  }
  return jobs.map((job) => ({
    name: job.name,
    side: job.side,
    ...spread(times.get(job) ?? []),
    bytes: bytes.get(job) ?? 0,
  }));
}

export function spread(times: number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b);
  return { p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) };
}

type Compared = Spread & { name: string; floor: number; bytes: number };

/** Each job once: what the floor took (median, ms) beside what we took. */
export function compared(jobs: Measured[]): Compared[] {
  return [...new Set(jobs.map(({ name }) => name))].map((name) => {
    const of = (side: Side) => jobs.find((job) => job.name === name && job.side === side);
    const { p50 = 0, p95 = 0, bytes = 0 } = of("ours") ?? {};
    return { name, floor: of("floor")?.p50 ?? 0, p50, p95, bytes };
  });
}

export async function requestsPerSecond(job: Job | undefined): Promise<number> {
  if (!job) return 0;
  const start = performance.now();
  let answered = 0;
  const ask = async () => {
    while (performance.now() - start < throughputMs) {
      await job.run();
      answered++;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, ask));
  return Math.round(answered / ((performance.now() - start) / 1000));
}

function quantile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
