import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { inspect } from "node:util";
import { afterEach, describe, expect, it, vi } from "vitest";
import { pgCode } from "@/lib/db/errors";
import { createPool } from "@/lib/db/pool";

const servers: net.Server[] = [];

afterEach(() => {
  vi.unstubAllEnvs();
  for (const server of servers.splice(0)) server.close();
});

/** Something that listens where a database should be. */
async function serverThat(meets: (socket: net.Socket) => void) {
  const met: net.Socket[] = [];
  const server = net.createServer((socket) => {
    met.push(socket);
    socket.on("error", () => {});
    meets(socket);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as net.AddressInfo;
  const account = { user: "u", password: "p", database: "d" };
  return { met, port, pool: createPool({ host: "127.0.0.1", port, ...account, ssl: false }, 2) };
}

describe("a database that takes nobody in", () => {
  it.each([
    ["57P03", "is starting up"],
    ["53300", "has too many clients"],
    ["28P01", "does not know the password"],
  ])("%s, because it %s, is unavailable, and told as such", async (code) => {
    const fields = ["SFATAL", "VFATAL", `C${code}`, "Mc4nary"]
      .map((field) => `${field}\0`)
      .join("");
    const { port } = await serverThat((socket) => {
      const refusal = Buffer.from(`E\0\0\0\0${fields}\0`);
      refusal.writeInt32BE(refusal.length - 1, 1);
      socket.end(refusal);
    });
    vi.resetModules();
    vi.stubEnv("BETTER_AUTH_SECRET", "x".repeat(32));
    vi.stubEnv("DATABASE_URL", `postgres://u:p@127.0.0.1:${port}/d?sslmode=disable`);
    const { closePool, read } = await import("@/lib/db/client");
    const { DatabaseUnavailable } = await import("@/lib/errors");
    const error = await read(async () => "read").catch((reason: unknown) => reason);
    await closePool(0);
    expect(error).toBeInstanceOf(DatabaseUnavailable);
    expect(pgCode(error)).toBe(code);
    expect(inspect(error, { depth: null })).not.toContain("c4nary");
  });
});

describe("a server that is no database", () => {
  it("F06: but a black hole, is given up after a time", async () => {
    const { met, pool } = await serverThat((socket) => socket.resume());
    await expect(pool.lend("begin")).rejects.toThrow();
    await sleep(50);
    expect(met.every((socket) => socket.destroyed)).toBe(true);
  }, 15_000);

  it("F05: that closes every connection at once is not stormed", async () => {
    const { met, pool } = await serverThat((socket) => socket.destroy());
    const askedFor = 1_200;
    const startedAt = performance.now();
    while (performance.now() - startedAt < askedFor) {
      await expect(pool.lend("begin")).rejects.toThrow();
      await sleep(10);
    }
    expect(met.length).toBeLessThanOrEqual(3);
  });

  it("or none at all, is told at once, and leaves its place in the pool to the next", async () => {
    const { pool } = await serverThat((socket) => socket.destroy());
    for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
    const refusals = await Promise.allSettled(Array.from({ length: 10 }, () => pool.lend("begin")));
    expect(refusals.map(({ status }) => status)).toEqual(Array(10).fill("rejected"));
  });
});
