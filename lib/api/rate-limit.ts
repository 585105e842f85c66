// Server: how many calls a caller may make. Counted in this process: several instances allow as many times more.
import "server-only";

type Window = { endsAtMs: number; count: number };

export type Allowance = { isOver: boolean; remaining: number; resetS: number };

/** @param nowMs a clock that only goes forward */
export function rateLimiter(max: number, windowMs: number, nowMs = () => performance.now()) {
  const windows = new Map<string, Window>();
  let sweepAtMs = 0;

  function sweep(now: number) {
    if (now < sweepAtMs) return;
    sweepAtMs = now + windowMs;
    for (const [key, { endsAtMs }] of windows) if (endsAtMs <= now) windows.delete(key);
  }

  /** Counts one call of `key`. */
  return function take(key: string): Allowance {
    const now = nowMs();
    sweep(now);
    const current = windows.get(key);
    const window =
      current && current.endsAtMs > now ? current : { endsAtMs: now + windowMs, count: 0 };
    window.count++;
    windows.set(key, window);
    return {
      isOver: window.count > max,
      remaining: Math.max(max - window.count, 0),
      resetS: Math.max(1, Math.round((window.endsAtMs - now) / 1_000)),
    };
  };
}
