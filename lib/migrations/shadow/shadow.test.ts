import { execFileSync, fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, test, vi } from "vitest";
import { ShadowFailed, StatementRefused, withShadow } from "@/lib/migrations/shadow/shadow";

// A shadow takes seconds to begin where the processor is shared.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** The children of a process that are shadows. */
function shadowsOf(pid: number): string[] {
  try {
    const command = ["-P", String(pid), "-f", "shadow/process.mjs"];
    return execFileSync("pgrep", command, { encoding: "utf8" }).trim().split("\n");
  } catch {
    return [];
  }
}

const none = { extensions: [] };
const forEver = "do $$ begin loop end loop; end $$";

test("answers statements, and refuses with code and place", async () => {
  const extensions = ["citext", "uuid-ossp", "postgis", "../evil", "plpgsql"];
  await withShadow({ extensions }, async (shadow) => {
    expect(shadow.unavailable).toEqual(["postgis", "../evil"]);
    await shadow.exec(
      `create extension "uuid-ossp"; create table a (id int); insert into a values (7)`,
    );
    expect(await shadow.query("select id::text from a")).toEqual([{ id: "7" }]);
    const refused = await shadow.exec("selec 1").catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StatementRefused);
    expect(refused).toMatchObject({ code: "42601", position: 1 });
    const id = "00000000-0000-0000-0000-000000000001";
    const snapshot = { id, prevId: id, version: "7", dialect: "postgresql", tables: {} };
    expect(await shadow.ddlOf(snapshot)).toEqual([]);
    await expect(shadow.ddlOf({ version: "1" })).rejects.toThrow(ShadowFailed);
  });
  expect(shadowsOf(process.pid)).toEqual([]);
});

test("each is empty, and they are lent one at a time", async () => {
  let lent = 0;
  const work = () =>
    withShadow(none, async (shadow) => {
      expect(++lent).toBe(1);
      await shadow.exec("create table mine (id int)");
      expect(shadowsOf(process.pid)).toHaveLength(1);
      lent--;
    });
  await Promise.all([work(), work()]);
});

test("ends when the work fails, when it is called off, and when its time is over", async () => {
  const failing = withShadow(none, () => Promise.reject(new Error("no")));
  await expect(failing).rejects.toThrow("no");

  const calledOff = new AbortController();
  const waiting = withShadow({ ...none, signal: calledOff.signal }, (shadow) => {
    calledOff.abort(new Error("gone"));
    return shadow.exec(forEver);
  });
  await expect(waiting).rejects.toThrow("gone");

  const slow = withShadow({ ...none, budgetMs: 500 }, (shadow) => shadow.exec(forEver));
  await expect(slow).rejects.toThrow(ShadowFailed);
  expect(shadowsOf(process.pid)).toEqual([]);
});

test("has none of the server's environment", async () => {
  process.env.SHADOW_CANARY = "c4nary";
  await withShadow(none, async () => {
    const [pid = ""] = shadowsOf(process.pid);
    const environment = execFileSync("ps", ["eww", "-o", "command=", "-p", pid], {
      encoding: "utf8",
    });
    expect(environment).toContain("NODE_CHANNEL_FD");
    expect(environment).not.toContain("c4nary");
  });
});

test("dies with the server, in the middle of a statement", async () => {
  const server = fork(fileURLToPath(new URL("./shadow-child.fixture.ts", import.meta.url)), {
    execArgv: ["--import", "tsx", "--conditions=react-server"],
  });
  await once(server, "message");
  const [pid = ""] = shadowsOf(server.pid ?? 0);
  expect(pid).not.toBe("");
  server.kill("SIGKILL");
  const isAlive = () => {
    try {
      return process.kill(Number(pid), 0);
    } catch {
      return false;
    }
  };
  while (isAlive()) await sleep(50);
});
