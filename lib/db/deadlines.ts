// Pure: bounded waiting. The driver itself waits without limit for a free connection and for a silent server.
import { Abandoned } from "@/lib/errors";

export type Gate = {
  /**
   * Resolves to a function that leaves the gate. Rejects with `refusal()` after `waitMs`.
   * @throws Abandoned when `signal` is aborted, or aborts while waiting
   */
  enter(waitMs: number, refusal: () => Error, signal?: AbortSignal): Promise<() => void>;
};

/** Lets `size` callers in at a time, in order of arrival. */
export function createGate(size: number): Gate {
  let free = size;
  const waiting = new Set<() => void>();

  const leave = () => {
    const [next] = waiting;
    if (next) next();
    else free++;
  };

  return {
    enter: (waitMs, refusal, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(new Abandoned());
        if (free > 0) {
          free--;
          return resolve(once(leave));
        }
        const stopWaiting = () => {
          clearTimeout(timer);
          signal?.removeEventListener("abort", abandon);
          waiting.delete(admit);
        };
        const admit = () => {
          stopWaiting();
          resolve(once(leave));
        };
        const abandon = () => {
          stopWaiting();
          reject(new Abandoned());
        };
        const timer = setTimeout(() => {
          stopWaiting();
          reject(refusal());
        }, waitMs);
        signal?.addEventListener("abort", abandon);
        waiting.add(admit);
      }),
  };
}

/** Settles like `promise`, or rejects with `late()` after `ms`. What `promise` does later is ignored. */
export async function withDeadline<T>(
  promise: Promise<T>,
  ms: number,
  late: () => Error,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), ms);
  });
  try {
    return await Promise.race([promise, deadline]);
  } finally {
    clearTimeout(timer);
    promise.catch(() => {});
  }
}

function once(act: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    act();
  };
}
