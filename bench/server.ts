// Bench: the built dashboard as a process of its own, asked as a signed-in browser asks.
import { spawn } from "node:child_process";
import { createHmac, randomBytes } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { Agent, get, type IncomingMessage } from "node:http";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import type { BenchDatabase } from "./database";

export type Answer = { ms: number; bytes: number; body: string };
export type Dashboard = Awaited<ReturnType<typeof startDashboard>>;

export async function startDashboard(
  { credentials, sessionToken }: BenchDatabase,
  env: Record<string, string> = {},
) {
  const secret = randomBytes(32).toString("hex");
  const port = await freePort();
  const child = spawn(process.execPath, ["scripts/serve.mjs"], {
    env: {
      ...process.env,
      ...env,
      POSTGRES_HOST: credentials.host,
      POSTGRES_PORT: String(credentials.port),
      POSTGRES_USER: credentials.user,
      POSTGRES_PASSWORD: credentials.password,
      POSTGRES_DB: credentials.database,
      BETTER_AUTH_SECRET: secret,
      PUBLIC_URL: "",
      LOG_LEVEL: "error",
      HOST: "127.0.0.1",
      PORT: String(port),
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const url = `http://127.0.0.1:${port}`;
  const signature = createHmac("sha256", secret).update(sessionToken).digest("base64");
  const cookie = `fastapp-admin.session_token=${encodeURIComponent(`${sessionToken}.${signature}`)}`;
  await untilReady(`${url}/api/health/ready`);
  return {
    fetch: (path: string) => timedFetch(url + path, { cookie, "accept-encoding": "gzip" }),
    /** As a page's script sends it. */
    post: async (path: string) => {
      const start = performance.now();
      const headers = { cookie, origin: url, accept: "application/x-ndjson" };
      const response = await fetch(url + path, { method: "POST", headers });
      const body = await response.text();
      if (!response.ok) throw new Error(`${path} answered ${response.status}`);
      return { ms: performance.now() - start, body };
    },
    /** Resident memory of the server's process. */
    residentMb: () => residentMb(child.pid ?? 0),
    stop: async () => {
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}

const agent = new Agent({ keepAlive: true });

/** From sending the request to the last byte; `bytes` as they travel, before they are unpacked. */
export async function timedFetch(url: string, headers: Record<string, string>): Promise<Answer> {
  const start = performance.now();
  const sent = get(url, { headers, agent });
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  const ms = performance.now() - start;
  if (response.statusCode !== 200) throw new Error(`${url} answered ${response.statusCode}`);
  const packed = Buffer.concat(chunks);
  const isPacked = response.headers["content-encoding"] === "gzip";
  return { ms, bytes: packed.length, body: (isPacked ? gunzipSync(packed) : packed).toString() };
}

async function untilReady(url: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await sleep(50);
  }
  throw new Error("The dashboard did not become ready. Is there a build? npm run build makes one.");
}

/** Linux only; elsewhere 0. */
function residentMb(pid: number): number {
  try {
    const kb = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return Math.round(Number(kb) / 1024);
  } catch {
    return 0;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address ? address.port : 0;
}
