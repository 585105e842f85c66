// Pure: the failures that a caller is expected to tell apart. Everything else is a fault and goes to error.tsx.

/** The actor's role does not allow it; maps to 403. */
export class Refused extends Error {
  override name = "Refused";
}

/** No connection became free, or the database gave no answer in time; maps to 503 with Retry-After. */
export class DatabaseUnavailable extends Error {
  override name = "DatabaseUnavailable";
}
