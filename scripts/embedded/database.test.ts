// Tests: the embedded database through starts, joins and kills, in folders of its own.
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import { processIdentity } from "../setup/process-identity.mjs";
import { type EmbeddedDatabase, ensureEmbeddedDatabase } from "./database.mjs";

const databaseModule = new URL("database.mjs", import.meta.url).href;
const isRoot = process.getuid?.() === 0;

// initdb and a stop wait for the disk, which a busy machine makes slow.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let checkout: string;
let dataFolder: string;
let opened: EmbeddedDatabase[];

/** Making a cluster is what takes time here: tests that can, share one. */
const shared = newCheckout();

beforeEach(() => {
  checkout = shared;
  dataFolder = path.join(checkout, ".data");
  opened = [];
});
afterEach(async () => {
  for (const database of opened) await database.release();
  if (checkout !== shared) rmSync(checkout, { recursive: true });
});
afterAll(() => rmSync(shared, { recursive: true }));

function newCheckout() {
  const folder = mkdtempSync(path.join(tmpdir(), "checkout-"));
  chmodSync(folder, 0o755);
  return folder;
}

function useNewCheckout() {
  checkout = newCheckout();
  dataFolder = path.join(checkout, ".data");
}

async function open(options: { ephemeral?: boolean } = {}) {
  const database = await ensureEmbeddedDatabase({ dataFolder, ...options });
  opened.push(database);
  return database;
}

/** A process that opens the database and stays until it is killed. */
async function openInProcess() {
  const child = spawn(process.execPath, [
    "--input-type=module",
    "-e",
    `import { ensureEmbeddedDatabase } from ${JSON.stringify(databaseModule)};
     const { env } = await ensureEmbeddedDatabase({ dataFolder: ${JSON.stringify(dataFolder)} });
     process.stdout.write(JSON.stringify(env));
     setInterval(() => {}, 1000);`,
  ]);
  const [text] = await once(child.stdout, "data");
  const kill = async () => {
    child.kill("SIGKILL");
    await once(child, "close");
  };
  return { env: JSON.parse(String(text)) as Record<string, string>, kill };
}

async function query(env: Record<string, string>, text: string) {
  const sql = postgres({
    host: env.POSTGRES_HOST,
    port: Number(env.POSTGRES_PORT),
    user: env.POSTGRES_USER,
    password: env.POSTGRES_PASSWORD,
    database: env.POSTGRES_DB,
    max: 1,
    onnotice: () => {},
  });
  try {
    return await sql.unsafe(text);
  } finally {
    await sql.end();
  }
}

function postmasterPid() {
  const file = path.join(realpathSync(path.join(dataFolder, "postgres")), "data/postmaster.pid");
  return existsSync(file) ? Number.parseInt(readFileSync(file, "utf8"), 10) : undefined;
}

test("is UTF-8, on loopback, with the app's database, and asks for its password", async () => {
  const { env } = await open();
  const [row] = await query(
    env,
    `SELECT current_database() AS name, current_setting('server_encoding') AS encoding,
            current_setting('listen_addresses') AS listens, lower('ÄΩ') AS lowered`,
  );
  expect(row).toEqual({ name: "fastapp", encoding: "UTF8", listens: "127.0.0.1", lowered: "äω" });
  await expect(query({ ...env, POSTGRES_PASSWORD: "wrong" }, "SELECT 1")).rejects.toMatchObject({
    code: "28P01",
  });
});

test("the second joins the first, and the last to leave stops it", async () => {
  const first = await open();
  const second = await open();
  expect(first.joined).toBe(false);
  expect(second).toMatchObject({ joined: true, env: first.env });
  await first.release();
  expect(await query(second.env, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  const pid = postmasterPid();
  await second.release();
  expect(postmasterPid()).toBeUndefined();
  expect(processIdentity(pid ?? 0)).toBeUndefined();
});

test("two first starts at once make one cluster", async () => {
  useNewCheckout();
  const [first, second] = await Promise.all([openInProcess(), openInProcess()]);
  expect(first.env).toEqual(second.env);
  expect(await query(first.env, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  await Promise.all([first.kill(), second.kill()]);
  await open();
});

test("a killed user's database is joined, and does not keep it alive", async () => {
  const killed = await openInProcess();
  await query(killed.env, "CREATE TABLE survives AS SELECT 7 AS n");
  await killed.kill();
  const next = await open();
  expect(next.joined).toBe(true);
  expect(await query(next.env, "SELECT n FROM survives")).toEqual([{ n: 7 }]);
  await next.release();
  expect(postmasterPid()).toBeUndefined();
});

test("everything killed with -9 loses nothing and starts again on the same port", async () => {
  const killed = await openInProcess();
  await query(killed.env, "CREATE TABLE kept AS SELECT 7 AS n");
  process.kill(postmasterPid() ?? 0, "SIGKILL");
  await killed.kill();
  const next = await open();
  expect(next).toMatchObject({ joined: false, env: { POSTGRES_PORT: killed.env.POSTGRES_PORT } });
  expect(await query(next.env, "SELECT n FROM kept")).toEqual([{ n: 7 }]);
});

test("a postmaster file that names another live process is stale", async () => {
  const first = await open();
  await first.release();
  const home = realpathSync(path.join(dataFolder, "postgres"));
  const lines = [
    process.pid,
    `${home}/data`,
    1,
    first.env.POSTGRES_PORT,
    "",
    "127.0.0.1",
    "",
    "ready",
  ];
  writeFileSync(path.join(home, "data/postmaster.pid"), lines.join("\n"));
  expect((await open()).joined).toBe(false);
});

test("an initdb that was killed half way is begun anew", async () => {
  useNewCheckout();
  const draft = path.join(dataFolder, "postgres/data.draft");
  mkdirSync(draft, { recursive: true });
  chmodSync(path.join(dataFolder, "postgres"), 0o711);
  writeFileSync(path.join(draft, "PG_VERSION"), "18\n");
  const { env } = await open();
  expect(await query(env, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  expect(existsSync(draft)).toBe(false);
});

test("an ephemeral one is empty at the start and gone at the end", async () => {
  useNewCheckout();
  const first = await open({ ephemeral: true });
  await query(first.env, "CREATE TABLE lost AS SELECT 7 AS n");
  await first.release();
  expect(existsSync(path.join(dataFolder, "postgres/data"))).toBe(false);
  const second = await open({ ephemeral: true });
  expect(await query(second.env, "SELECT to_regclass('lost') AS found")).toEqual([{ found: null }]);
});

test("only its owner can read the password", async () => {
  await open();
  const home = path.join(dataFolder, "postgres");
  expect(statSync(path.join(home, "identity.json")).mode & 0o077).toBe(0);
  expect(statSync(path.join(home, "data")).mode & 0o077).toBe(0);
});

if (isRoot) {
  test("root below a folder that nobody can enter keeps the data elsewhere, behind a link", async () => {
    useNewCheckout();
    chmodSync(checkout, 0o700);
    const first = await open();
    await query(first.env, "CREATE TABLE kept AS SELECT 7 AS n");
    const link = path.join(dataFolder, "postgres");
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    const shared = path.dirname(realpathSync(link));
    expect(shared).toMatch(/^\/var\/tmp\/fastapp-admin-/);
    await first.release();
    const second = await open();
    expect(await query(second.env, "SELECT n FROM kept")).toEqual([{ n: 7 }]);
    await second.release();

    // A fresh clone at the same path begins with nothing.
    rmSync(dataFolder, { recursive: true });
    const third = await open();
    expect(await query(third.env, "SELECT to_regclass('kept') AS found")).toEqual([
      { found: null },
    ]);
    await third.release();
    rmSync(shared, { recursive: true });
  });
}
