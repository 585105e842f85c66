// Server: work of which one at a time is enough: whoever asks meanwhile joins, and the last result is kept.
import "server-only";
import type { DriftProgress } from "@/lib/model/migrations/drift";

type Listener = (progress: DriftProgress) => void;

type Job<Report> = {
  running?: { result: Promise<Report>; listeners: Set<Listener>; progress?: DriftProgress };
  last?: Report;
};

// Bundles and hot reloads may load this module more than once; the jobs are the process's.
const holder = globalThis as { fastappAdminJobs?: Map<string, Job<unknown>> };

export function jobNamed<Report>(name: string): Job<Report> {
  holder.fastappAdminJobs ??= new Map();
  const job = holder.fastappAdminJobs.get(name) ?? {};
  holder.fastappAdminJobs.set(name, job);
  return job as Job<Report>;
}

/** Goes on to its end when nobody listens any more. */
export async function joinJob<Report>(
  job: Job<Report>,
  perform: (onProgress: Listener) => Promise<Report>,
  onProgress: Listener,
): Promise<Report> {
  job.running ??= begin(job, perform);
  const { listeners, result, progress } = job.running;
  if (progress) onProgress(progress);
  listeners.add(onProgress);
  try {
    return await result;
  } finally {
    listeners.delete(onProgress);
  }
}

function begin<Report>(job: Job<Report>, perform: (onProgress: Listener) => Promise<Report>) {
  const listeners = new Set<Listener>();
  const running: NonNullable<Job<Report>["running"]> = {
    listeners,
    result: Promise.resolve()
      .then(() =>
        perform((progress) => {
          running.progress = progress;
          for (const listen of listeners) listen(progress);
        }),
      )
      .then((report) => {
        job.last = report;
        return report;
      })
      .finally(() => {
        delete job.running;
      }),
  };
  return running;
}
