// Server: the environment, read and checked once. The only file that touches process.env at run time.
import "server-only";
import { z } from "zod";
import { type Credentials, credentialsFrom } from "@/lib/db/credentials";

const schema = z.object({
  POSTGRES_POOL_SIZE: z.coerce.number().int().min(2).max(200).default(10),
  LIST_BUDGET_MS: z.coerce.number().int().min(100).max(60_000).default(2_000),
  BETTER_AUTH_SECRET: z.string().min(32, "must be at least 32 characters"),
  PUBLIC_URL: z.url().optional(),
  FASTAPP_DIR: z.string().optional(),
  PROJECT_DIR: z.string().optional(),
  ADMIN_ALLOW_MIGRATE: z.stringbool({ truthy: ["true"], falsy: ["false"] }).default(false),
  LOG_LEVEL: z.enum(["silent", "fatal", "error", "warn", "info", "debug"]).default("info"),
});

type Environment = z.infer<typeof schema> & { database: Credentials; isProduction: boolean };

let environment: Environment | undefined;

/**
 * Read lazily, so that a build needs no environment.
 * @throws Error naming every variable that is missing or wrong.
 */
export function env(): Environment {
  environment ??= readEnvironment();
  return environment;
}

/** A variable that a declaration names; `undefined` where it is not set or empty. */
export function environmentValue(name: string): string | undefined {
  return process.env[name] || undefined;
}

function readEnvironment(): Environment {
  const given = Object.entries(process.env).filter(([, value]) => value !== "");
  const parsed = schema.safeParse(Object.fromEntries(given));
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
    throw new Error(`Environment: ${wrong.join("; ")}. See .env.example.`);
  }
  const database = credentialsFrom(process.env);
  if (!database.host) throw new Error("Environment: POSTGRES_HOST is missing. See .env.example.");
  return { ...parsed.data, database, isProduction: process.env.NODE_ENV === "production" };
}
