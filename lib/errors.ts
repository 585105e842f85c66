// Pure: the failures that a caller is expected to tell apart. Everything else is a fault and goes to error.tsx.

/** Told by their names: bundles load this file more than once and share one pool, which hands errors across. */
function named(name: string) {
  return class extends Error {
    override name = name;
    static override [Symbol.hasInstance](error: unknown): boolean {
      return error instanceof Error && error.name === name;
    }
  };
}

/** The actor's role does not allow it; maps to 403. */
export class Refused extends named("Refused") {}

/** No connection became free, or the database gave no answer in time; maps to 503 with Retry-After. */
export class DatabaseUnavailable extends named("DatabaseUnavailable") {}

/** Nobody waits for the outcome any more: no fault, and nothing to show. */
export class Abandoned extends named("Abandoned") {
  /** To Next a page that is not there, the one way for a page to end that it neither logs nor reports. */
  digest = "NEXT_HTTP_ERROR_FALLBACK;404";
}
