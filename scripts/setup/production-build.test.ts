// Tests: what makes a build stale.
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { sourcesHash } from "./production-build.mjs";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "sources-"));
  write("app/page.tsx", "one");
  write("package-lock.json", "{}");
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(file: string, text: string) {
  const place = path.join(folder, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, text);
  return place;
}

function hash(env: Record<string, string> = {}) {
  return sourcesHash(folder, { NODE_ENV: "test", ...env });
}

test.each([
  ["changed", "app/page.tsx"],
  ["added", "lib/new/file.ts"],
  ["in a folder nobody thought of", "content/text.txt"],
  ["the lock file", "package-lock.json"],
  ["a migration", "drizzle-sql/0001_more.sql"],
])("a source file: %s", (_, file) => {
  const before = hash();
  write(file, "two");
  expect(hash()).not.toBe(before);
});

test.each([
  "node_modules/next/index.js",
  ".next/build-manifest.json",
  ".data/secret",
  ".env",
  "app/page.test.tsx",
  "e2e/job.spec.ts",
  "scripts/start.mjs",
  "README.md",
  "tsconfig.tsbuildinfo",
])("no source: %s", (file) => {
  const before = hash();
  write(file, "two");
  expect(hash()).toBe(before);
});

test("content moved between files counts", () => {
  write("a", "xy");
  write("b", "");
  const before = hash();
  write("a", "x");
  write("b", "y");
  expect(hash()).not.toBe(before);
});

test("a checkout's time stamps do not count", () => {
  const before = hash();
  utimesSync(path.join(folder, "app/page.tsx"), 0, 0);
  expect(hash()).toBe(before);
});

test("variables that go into the build count, others do not", () => {
  const before = hash();
  expect(hash({ POSTGRES_HOST: "db" })).toBe(before);
  expect(hash({ NEXT_PUBLIC_NAME: "x" })).not.toBe(before);
  expect(hash({ NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: "x" })).not.toBe(before);
});
