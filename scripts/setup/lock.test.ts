// Tests: a lock between processes, its holders killed.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { withLock } from "./lock.mjs";
import { processIdentity } from "./process-identity.mjs";

const lockModule = new URL("lock.mjs", import.meta.url).href;
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "lock-"));
  file = path.join(folder, "lock");
});
afterEach(() => rmSync(folder, { recursive: true }));

/**
 * Runs code with `withLock`, `file` and `count` (a file that holds a number) in a process of its
 * own.
 */
function inProcess(code: string) {
  const child = spawn(process.execPath, [
    "--input-type=module",
    "-e",
    `import { withLock } from ${JSON.stringify(lockModule)};
     import { readFileSync, writeFileSync } from "node:fs";
     import { setTimeout as sleep } from "node:timers/promises";
     const file = ${JSON.stringify(file)};
     const count = file + ".count";
     ${code}`,
  ]);
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  return { child, ended };
}

test("one at a time, though each reads, waits and writes", async () => {
  writeFileSync(`${file}.count`, "0");
  const addFive = `for (let i = 0; i < 5; i += 1) await withLock(file, async () => {
    const seen = Number(readFileSync(count, "utf8"));
    await sleep(5);
    writeFileSync(count, String(seen + 1));
  });`;
  const codes = await Promise.all([1, 2, 3, 4].map(() => inProcess(addFive).ended));
  expect(codes).toEqual([0, 0, 0, 0]);
  expect(readFileSync(`${file}.count`, "utf8")).toBe("20");
  expect(existsSync(file)).toBe(false);
});

test("a killed holder's lock is taken over", async () => {
  const { child, ended } = inProcess("await withLock(file, () => sleep(60_000));");
  while (!existsSync(file)) await sleep(10);
  child.kill("SIGKILL");
  await ended;
  expect(existsSync(file)).toBe(true);
  expect(await withLock(file, async () => "mine")).toBe("mine");
});

test("a holder whose process id another process has now is dead", async () => {
  writeFileSync(file, `${process.pid} 1`);
  expect(processIdentity(process.pid)).not.toBe(`${process.pid} 1`);
  expect(await withLock(file, async () => "mine")).toBe("mine");
});

test("work that fails lets go", async () => {
  await expect(withLock(file, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(existsSync(file)).toBe(false);
});

test("waiting ends when asked to", async () => {
  const stop = new AbortController();
  await withLock(file, async () => {
    const waiting = withLock(file, async () => "never", stop.signal);
    stop.abort(new Error("asked"));
    await expect(waiting).rejects.toThrow("asked");
  });
});
