import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { createPool } from "@/lib/db/pool";

const servers: net.Server[] = [];

afterEach(async () => {
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
  return { met, pool: createPool({ host: "127.0.0.1", port, ...account, ssl: false }, 2) };
}

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
