// @ts-check
// Child process: an in-memory Postgres for one caller, which is spoken to over IPC. Apart from the server, so that
// neither its memory nor its end is the server's.
import { Worker } from "node:worker_threads";
import { gunzipSync, gzipSync } from "node:zlib";

/** @typedef {{ id: number, call: string, argument: unknown }} Request */

const extensionName = /^[a-z][a-z0-9_-]*$/;

/** @type {import("@electric-sql/pglite").PGlite | undefined} */
let database;

/** @type {Record<string, (argument: any) => Promise<unknown>>} */
const calls = { open, exec, query, ddlOf };

// A statement that runs for ever keeps this thread from hearing that the parent has gone.
new Worker(
  `const parent = process.ppid;
   setInterval(() => process.ppid === parent || process.kill(process.pid, "SIGKILL"), 500);`,
  { eval: true },
).unref();
process.on("disconnect", () => process.exit());

/** @type {Promise<unknown>} */
let queue = Promise.resolve();
process.on("message", (/** @type {Request} */ { id, call, argument }) => {
  queue = queue.then(async () => process.send?.({ id, ...(await answer(call, argument)) }));
});

/**
 * @param {string} call
 * @param {unknown} argument
 */
async function answer(call, argument) {
  try {
    return { value: await calls[call]?.(argument) };
  } catch (error) {
    const { code, message, position } = /** @type {Record<string, string>} */ (error);
    const isOfPostgres = /^[0-9A-Z]{5}$/.test(code ?? "");
    return { error: isOfPostgres ? { code, message, position } : { message } };
  }
}

/**
 * Setting up an empty database takes most of the time; the template that the first one gives spares it to the next.
 * @param {{ extensions: string[], template?: Uint8Array }} options
 */
async function open({ extensions: names, template }) {
  const { PGlite } = await import("@electric-sql/pglite");
  /** @type {Record<string, any>} */
  const extensions = {};
  const unavailable = [];
  for (const name of names.filter((each) => each !== "plpgsql")) {
    const extension = await load(name);
    if (extension) extensions[name] = extension;
    else unavailable.push(name);
  }
  if (template) {
    const loadDataDir = new Blob([new Uint8Array(gunzipSync(template))]);
    database = await PGlite.create({ extensions, loadDataDir });
    return { unavailable, template };
  }
  database = await PGlite.create({ extensions });
  const files = await database.dumpDataDir("none");
  return { unavailable, template: gzipSync(await files.arrayBuffer(), { level: 1 }) };
}

/** @param {string} name */
async function load(name) {
  if (!extensionName.test(name)) return undefined;
  const file = name.replaceAll("-", "_");
  const module = await import(`@electric-sql/pglite/contrib/${file}`).catch(() => ({}));
  return module[file];
}

/** @param {string} text any number of statements, sent as one query */
async function exec(text) {
  await opened().exec(text);
}

/** @param {string} text */
async function query(text) {
  return (await opened().query(text)).rows;
}

function opened() {
  if (!database) throw new Error("The database is not open.");
  return database;
}

/**
 * @param {any} snapshot of drizzle-kit 0.x
 * @returns the statements that make on an empty database what it describes, or undefined where drizzle-kit is not
 * installed
 */
async function ddlOf(snapshot) {
  const kit = await import("drizzle-kit/api").catch(() => undefined);
  if (!kit) return undefined;
  const current = snapshot.version === "7" ? snapshot : kit.upPgSnapshot(snapshot);
  const { version, dialect } = current;
  return kit.generateMigration(
    { ...nothing, version, dialect, id: noId, prevId: noId },
    { ...nothing, ...current },
  );
}

const noId = "00000000-0000-0000-0000-000000000000";
const nothing = {
  tables: {},
  enums: {},
  schemas: {},
  sequences: {},
  roles: {},
  policies: {},
  views: {},
  _meta: { columns: {}, schemas: {}, tables: {} },
};
