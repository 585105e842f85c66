import net from "node:net";
import tls from "node:tls";
import { afterEach, describe, expect, it } from "vitest";
import { cancelStatement } from "@/lib/db/cancel-statement";
import { openConnection } from "@/lib/db/connection";
import { credentialsFrom } from "@/lib/db/credentials";
import { isConnectionFault } from "@/lib/db/errors";
import { key, ofAnother, ofThisMachine } from "@/lib/db/testing/certificates";

const servers: net.Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A server that offers TLS as Postgres does; `startups` has what clients then told it. */
async function serverWith(cert: string) {
  const startups: string[] = [];
  const server = net.createServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", () => {
      socket.write("S");
      const secure = new tls.TLSSocket(socket, { isServer: true, key, cert });
      secure.on("error", () => {});
      secure.once("data", (data) => {
        startups.push(data.toString("latin1"));
        secure.destroy();
      });
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as net.AddressInfo;
  return { startups, port: String(port) };
}

/** What a client told the server, after it had been refused or cut off; nothing when it did not trust the server. */
async function toldTo(cert: string, variables: Record<string, string>): Promise<string[]> {
  const { startups, port } = await serverWith(cert);
  const address = { POSTGRES_HOST: "127.0.0.1", POSTGRES_PORT: port };
  const account = { POSTGRES_USER: "ada", POSTGRES_PASSWORD: "secret", POSTGRES_DB: "app" };
  const connection = openConnection(credentialsFrom({ ...address, ...account, ...variables }));
  const error = await connection.client.unsafe("select 1").catch((reason: unknown) => reason);
  expect(isConnectionFault(error)).toBe(true);
  connection.discard();
  return startups;
}

/** What a cancellation told the server; the same variables as for a connection. */
async function cancelledAt(cert: string, variables: Record<string, string>): Promise<string[]> {
  const { startups, port } = await serverWith(cert);
  const credentials = credentialsFrom({
    POSTGRES_HOST: "127.0.0.1",
    POSTGRES_PORT: port,
    ...variables,
  });
  await cancelStatement(credentials, { pid: 1, secret: 0xfedcba98 }).catch(() => {});
  return startups;
}

const cancelRequest = Buffer.from("0000001004d2162e00000001fedcba98", "hex").toString("latin1");

describe("A31: the certificate of the database", () => {
  it.each<[string, string, Record<string, string>]>([
    ["signed by itself", ofThisMachine, {}],
    ["of another name", ofAnother, { POSTGRES_CA: ofAnother }],
    ["signed by another than the one trusted", ofThisMachine, { POSTGRES_CA: ofAnother }],
  ])("is refused when it is %s, before anything is told", async (_, cert, variables) => {
    expect(await toldTo(cert, variables)).toEqual([]);
    expect(await cancelledAt(cert, variables)).toEqual([]);
  });

  it.each<[string, string, Record<string, string>]>([
    ["signed by the one trusted, for this name", ofThisMachine, { POSTGRES_CA: ofThisMachine }],
    ["not to be verified", ofAnother, { POSTGRES_SSL_REJECT_UNAUTHORIZED: "false" }],
  ])("is taken when it is %s", async (_, cert, variables) => {
    expect(await toldTo(cert, variables)).toEqual([expect.stringContaining("ada")]);
    expect(await cancelledAt(cert, variables)).toEqual([cancelRequest]);
  });

  it("is not done without because the server offers no TLS", async () => {
    const told: string[] = [];
    const server = net.createServer((socket) => {
      socket.on("error", () => {});
      socket.on("data", (data) => {
        told.push(data.toString("latin1"));
        if (told.length === 1) socket.write("N");
        else socket.destroy();
      });
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as net.AddressInfo;
    const credentials = credentialsFrom({
      POSTGRES_HOST: "127.0.0.1",
      POSTGRES_PORT: String(port),
      POSTGRES_USER: "ada",
    });
    const connection = openConnection(credentials);
    await expect(connection.client.unsafe("select 1")).rejects.toThrow();
    connection.discard();
    expect(told.join()).not.toContain("ada");
    told.length = 0;
    await expect(cancelStatement(credentials, { pid: 1, secret: 2 })).rejects.toThrow();
    expect(told).toHaveLength(1);
  });
});
