// Tests: before each test file, a database of its own, and the environment that leads to it.
import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";
import { address } from "./database-template";
import { emptySettings } from "./test-environment.mjs";

const { env, template } = inject("testDatabase");
const name = `${template}_${randomBytes(6).toString("hex")}`;

const admin = postgres({ max: 1, ...address(env), database: "postgres" });
await admin.unsafe(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`);
await admin.end();

Object.assign(process.env, emptySettings(), env, {
  POSTGRES_DB: name,
  BETTER_AUTH_SECRET: randomBytes(32).toString("hex"),
  LOG_LEVEL: "silent",
});
