// Pure: database credentials from environment variables, shared by lib/env and the drizzle configs.

export type Credentials = {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
  /** `false` for plain text; otherwise TLS options. `rejectUnauthorized: true` is Postgres's `verify-full`. */
  ssl: false | { rejectUnauthorized: boolean; ca?: string };
};

type Environment = Record<string, string | undefined>;

/**
 * Reads `DATABASE_URL`, then `POSTGRES_*` (which win where set).
 *
 * TLS is on unless `POSTGRES_USE_SSL=false`; a CA in `POSTGRES_CA` turns it on; the CA `none` counts as no CA.
 * The server's certificate is verified unless `POSTGRES_SSL_REJECT_UNAUTHORIZED=false`.
 * A `sslmode=disable` in the URL means plain text, like `POSTGRES_USE_SSL=false`.
 *
 * @throws Error when `DATABASE_URL` is not a postgres URL or the port is no number.
 */
export function credentialsFrom(env: Environment): Credentials {
  const url = env.DATABASE_URL ? parseUrl(env.DATABASE_URL) : undefined;
  const ca = env.POSTGRES_CA && env.POSTGRES_CA !== "none" ? env.POSTGRES_CA : undefined;
  const wantsTls =
    ca !== undefined ||
    (env.POSTGRES_USE_SSL
      ? env.POSTGRES_USE_SSL !== "false"
      : url?.searchParams.get("sslmode") !== "disable");
  const port = Number(env.POSTGRES_PORT || url?.port || 5432);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Error(`POSTGRES_PORT is "${env.POSTGRES_PORT}", which is not a port number.`);
  }
  return {
    host: env.POSTGRES_HOST || url?.hostname.replace(/^\[|\]$/g, "") || "",
    port,
    user: env.POSTGRES_USER || decodeURIComponent(url?.username ?? ""),
    password: env.POSTGRES_PASSWORD || decodeURIComponent(url?.password ?? ""),
    database: env.POSTGRES_DB || decodeURIComponent(url?.pathname.slice(1) ?? ""),
    ssl: wantsTls
      ? { rejectUnauthorized: env.POSTGRES_SSL_REJECT_UNAUTHORIZED !== "false", ...(ca && { ca }) }
      : false,
  };
}

function parseUrl(value: string): URL {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^postgres(ql)?:$/.test(url.protocol)) {
    throw new Error("DATABASE_URL must look like postgres://user:password@host:5432/database.");
  }
  return url;
}
