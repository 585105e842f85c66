import { readdirSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { parseEnvironmentFile } from "@/scripts/setup/environment.mjs";

const documented = Object.keys(parseEnvironmentFile(readFileSync(".env.example", "utf8")));

/** Set by the machine, by Next or by whoever works on the dashboard itself. */
const notForPeople = ["PATH", "NODE_ENV", "CHROMIUM_PATH", "PROJECT_DIR"];

/** `env.NAME` in the files that read the environment, and the names of the schema in lib/env. */
function namesInCode(): string[] {
  const scripts = readdirSync("scripts", { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(ts|mjs)$/.test(file) && !/\.test\.ts$/.test(file))
    .map((file) => `scripts/${file}`);
  const files = ["lib/env.ts", "lib/db/credentials.ts", "drizzle.fastapp.config.ts", ...scripts];
  const names = files.flatMap((file) => {
    const source = readFileSync(file, "utf8");
    return [...source.matchAll(/\benv\.([A-Z][A-Z_]+)|^ {2}([A-Z][A-Z_]+): z\./gm)];
  });
  return names.map(([, read, declared]) => read ?? declared ?? "");
}

describe(".env.example", () => {
  it("lists just the variables that are read", () => {
    const read = new Set(namesInCode().filter((name) => !notForPeople.includes(name)));
    expect([...documented].sort()).toEqual([...read].sort());
  });

  it("sets none of them", () => {
    const values = parseEnvironmentFile(readFileSync(".env.example", "utf8"));
    expect(new Set(Object.values(values))).toEqual(new Set([""]));
  });
});

describe("the environment", () => {
  const secret = "a secret of thirty-two characters";

  beforeEach(() => {
    vi.resetModules();
    for (const name of documented) vi.stubEnv(name, "");
  });
  afterEach(() => vi.unstubAllEnvs());

  async function envWith(variables: Record<string, string>) {
    for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
    const { env } = await import("@/lib/env");
    return env();
  }

  it("needs a database and a secret; an empty variable is one that is not set", async () => {
    const { database, ...rest } = await envWith({
      POSTGRES_HOST: "db",
      BETTER_AUTH_SECRET: secret,
    });
    expect(database).toMatchObject({ host: "db", port: 5432 });
    expect(rest).toEqual({
      BETTER_AUTH_SECRET: secret,
      POSTGRES_POOL_SIZE: 10,
      LIST_BUDGET_MS: 2_000,
      ADMIN_ALLOW_MIGRATE: false,
      LOG_LEVEL: "info",
      isProduction: false,
    });
  });

  it("takes the database from a URL too", async () => {
    const url = "postgres://u@db.example.com/app";
    const { database } = await envWith({ DATABASE_URL: url, BETTER_AUTH_SECRET: secret });
    expect(database.host).toBe("db.example.com");
  });

  it.each<[string, Record<string, string>]>([
    ["POSTGRES_HOST", { BETTER_AUTH_SECRET: secret }],
    ["BETTER_AUTH_SECRET", { POSTGRES_HOST: "db" }],
    ["BETTER_AUTH_SECRET", { POSTGRES_HOST: "db", BETTER_AUTH_SECRET: "s3cr3t" }],
    [
      "POSTGRES_POOL_SIZE",
      { POSTGRES_HOST: "db", BETTER_AUTH_SECRET: secret, POSTGRES_POOL_SIZE: "1" },
    ],
    [
      "POSTGRES_POOL_SIZE",
      { POSTGRES_HOST: "db", BETTER_AUTH_SECRET: secret, POSTGRES_POOL_SIZE: "many" },
    ],
    ["LIST_BUDGET_MS", { BETTER_AUTH_SECRET: secret, LIST_BUDGET_MS: "0" }],
    ["POSTGRES_PORT", { POSTGRES_HOST: "db", BETTER_AUTH_SECRET: secret, POSTGRES_PORT: "99999" }],
    ["PUBLIC_URL", { POSTGRES_HOST: "db", BETTER_AUTH_SECRET: secret, PUBLIC_URL: "example" }],
    ["LOG_LEVEL", { POSTGRES_HOST: "db", BETTER_AUTH_SECRET: secret, LOG_LEVEL: "loud" }],
    [
      "ADMIN_ALLOW_MIGRATE",
      { POSTGRES_HOST: "db", BETTER_AUTH_SECRET: secret, ADMIN_ALLOW_MIGRATE: "perhaps" },
    ],
  ])("names %s when it is missing or wrong, never a secret", async (name, variables) => {
    const reading = envWith(variables);
    await expect(reading).rejects.toThrow(name);
    await expect(reading).rejects.not.toThrow(/s3cr3t|thirty-two/);
  });

  it("names all that is wrong at once", async () => {
    const reading = envWith({ POSTGRES_HOST: "db", LOG_LEVEL: "loud" });
    await expect(reading).rejects.toThrow(/BETTER_AUTH_SECRET.*LOG_LEVEL/);
  });
});
