// Server: lends an in-memory Postgres, in a child process that lives no longer than the work it is lent for.
import "server-only";
import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";

export type Shadow = {
  /** Of the extensions that were asked for. */
  unavailable: string[];
  /** Any number of statements, sent as one query. @throws StatementRefused, ShadowFailed */
  exec(text: string): Promise<void>;
  /** @throws StatementRefused, ShadowFailed */
  query<Row>(text: string): Promise<Row[]>;
  /**
   * The statements that make what a snapshot of drizzle-kit describes, or `undefined` where drizzle-kit is not
   * installed. @throws ShadowFailed, also when it is no such snapshot
   */
  ddlOf(snapshot: unknown): Promise<string[] | undefined>;
};

/** The child gave no answer that can be used: it was killed, broke, ran out of memory or of time. */
export class ShadowFailed extends Error {
  override name = "ShadowFailed";
}

/** Postgres in the child refused a statement. Its message may be shown: no values of the live database are there. */
export class StatementRefused extends Error {
  override name = "StatementRefused";
  constructor(
    readonly code: string,
    message: string,
    readonly position: number | null,
  ) {
    super(message);
  }
}

type Options = { extensions: string[]; signal?: AbortSignal; budgetMs?: number };

const defaultBudgetMs = 60_000;

// Bundles and hot reloads may load this module more than once; one child at a time is enough memory.
const holder = globalThis as {
  fastappAdminShadow?: Promise<unknown>;
  /** Five megabytes that begin a shadow in a third of the time. */
  fastappAdminShadowTemplate?: Uint8Array;
};

/** Waits until no other shadow is lent. The budget begins when this one is. @throws ShadowFailed */
export async function withShadow<T>(
  options: Options,
  work: (shadow: Shadow) => Promise<T>,
): Promise<T> {
  const before = holder.fastappAdminShadow;
  const result = Promise.resolve(before).then(() => lend(options, work));
  holder.fastappAdminShadow = result.catch(() => {});
  return result;
}

async function lend<T>(
  { extensions, signal, budgetMs = defaultBudgetMs }: Options,
  work: (shadow: Shadow) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const child = startChild();
  const { call, failed, fail } = converse(child);
  const onAbort = () => fail(signal?.reason);
  const timer = setTimeout(() => {
    fail(new ShadowFailed(`The shadow database took longer than ${budgetMs / 1000} s.`));
  }, budgetMs);
  signal?.addEventListener("abort", onAbort);
  try {
    const template = holder.fastappAdminShadowTemplate;
    const opened = (await call("open", { extensions, template })) as Opened;
    holder.fastappAdminShadowTemplate ??= opened.template;
    const shadow: Shadow = {
      unavailable: opened.unavailable,
      exec: async (text) => void (await call("exec", text)),
      query: async <Row>(text: string) => (await call("query", text)) as Row[],
      ddlOf: async (snapshot) => (await call("ddlOf", snapshot)) as string[] | undefined,
    };
    return await Promise.race([work(shadow), failed]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", onAbort);
    child.kill("SIGKILL");
  }
}

type Opened = { unavailable: string[]; template: Uint8Array };

/** With an environment of its own: none of the server's secrets. */
function startChild(): ChildProcess {
  const program = resolve(
    /* turbopackIgnore: true */ process.cwd(),
    "lib/migrations/shadow/process.mjs",
  );
  return spawn(process.execPath, [program], {
    env: { NODE_ENV: "production" },
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    serialization: "advanced",
  });
}

type Answer = { id: number; value?: unknown; error?: RefusedStatement };
type RefusedStatement = { code?: string; message: string; position?: string };

function converse(child: ChildProcess) {
  const open = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>();
  let lastId = 0;
  let reason: unknown;
  let fail: (error: unknown) => void = () => {};
  const failed = new Promise<never>((_, reject) => {
    fail = (error) => {
      reason ??= error;
      reject(reason);
      for (const { reject: rejectCall } of open.values()) rejectCall(reason);
      open.clear();
    };
  });
  failed.catch(() => {});

  child.on("message", ({ id, value, error }: Answer) => {
    const call = open.get(id);
    open.delete(id);
    if (error) call?.reject(errorFrom(error));
    else call?.resolve(value);
  });
  child.on("error", (cause) =>
    fail(new ShadowFailed("The shadow database does not start.", { cause })),
  );
  child.on("exit", (code, signal) =>
    fail(new ShadowFailed(`The shadow database ended by itself (${signal ?? `code ${code}`}).`)),
  );

  const call = (name: string, argument: unknown) =>
    new Promise<unknown>((resolve, reject) => {
      if (reason) return reject(reason);
      const id = ++lastId;
      open.set(id, { resolve, reject });
      child.send({ id, call: name, argument }, (error) => {
        if (error) fail(new ShadowFailed("The shadow database does not listen.", { cause: error }));
      });
    });

  return { call, failed, fail };
}

function errorFrom({ code, message, position }: RefusedStatement): Error {
  if (code === undefined) return new ShadowFailed(`The shadow database failed: ${message}`);
  return new StatementRefused(code, message, position === undefined ? null : Number(position));
}
