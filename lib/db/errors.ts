// Pure: what a Postgres error says, without its message, which may hold values.

export type PostgresFault = {
  code: string;
  column_name?: string;
  constraint_name?: string;
  table_name?: string;
  detail?: string;
  where?: string;
};

/** The Postgres error inside `error`, through the wrappers that Drizzle puts around it. */
export function pgFault(error: unknown): PostgresFault | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    // Told by its fields: a build may rename the driver's classes.
    if ("code" in cause && "severity" in cause) return cause as unknown as PostgresFault;
  }
  return undefined;
}

/**
 * The same failure for whoever does not catch it: what ends in a log or on a page must not hold values, and the
 * messages of Postgres and of Drizzle do.
 */
export function withoutValues(error: unknown): unknown {
  const fault = pgFault(error);
  if (!fault) return error;
  const { code, column_name, constraint_name, table_name, detail, where } = fault;
  const clean = new Error(`Postgres refused a statement (SQLSTATE ${code}).`);
  Object.assign(clean, { code, severity: "ERROR", column_name, constraint_name, table_name });
  // Read by this file alone; not enumerable, so nothing prints them.
  return Object.defineProperties(clean, { detail: { value: detail }, where: { value: where } });
}

/** The five-character SQLSTATE, or the driver's own code (`CONNECT_TIMEOUT`, `ECONNREFUSED`, …). */
export function pgCode(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string") return cause.code;
  }
  return undefined;
}

/** The columns that a unique or foreign key violation names: `Key (a, b)=(…) …`. Names only, no values. */
export function keyColumns(fault: PostgresFault): string[] {
  const names = /^Key \((.+?)\)=/.exec(fault.detail ?? "")?.[1];
  return names ? names.split(", ").map((name) => name.replace(/^"|"$/g, "")) : [];
}

/** Another transaction was in the way; the same work may succeed when it is tried again. */
export function isConflict(error: unknown): boolean {
  return ["40001", "40P01"].includes(pgCode(error) ?? "");
}

/** An established connection broke; the statement may or may not have been carried out. */
export function isConnectionLost(error: unknown): boolean {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  return /^(57P0[12]|08\w{3}|CONNECTION_(CLOSED|ENDED|DESTROYED)|ECONNRESET|EPIPE)$/.test(
    pgCode(cause) ?? "",
  );
}

/** The database could not be asked at all: refused, starting up, too many clients, no answer, not trusted, or lost. */
export function isConnectionFault(error: unknown): boolean {
  const code = pgCode(error) ?? "";
  return isConnectionLost(error) || unreachable.test(code) || untrusted.test(code);
}

const unreachable =
  /^(57P03|53300|28\w{3}|3D000|CONNECT_TIMEOUT|ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|ENOENT|EACCES)$/;

/** What Node and OpenSSL say of a certificate, or of a server that does not speak TLS. */
const untrusted = /CERT|^UNABLE_TO_|^ERR_(TLS|SSL)_|^EPROTO$/;

/**
 * A literal that its type's input function does not accept: class 22, data exceptions. A few types report a syntax
 * error or a missing object instead, while the parameter was being read.
 */
export function isUnreadableLiteral(error: unknown): boolean {
  const fault = pgFault(error);
  return /^22\w{3}$/.test(fault?.code ?? "") || /portal parameter \$\d/.test(fault?.where ?? "");
}

/** A table, schema or column that the code knows is not in this database. */
export function isMissingRelation(error: unknown): boolean {
  return ["42P01", "42703", "3F000"].includes(pgFault(error)?.code ?? "");
}

/** The statement reached its deadline. */
export function isQueryCanceled(error: unknown): boolean {
  return pgFault(error)?.code === "57014";
}
