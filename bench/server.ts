// Bench: the built dashboard as a process of its own, asked as a signed-in browser asks.
import { spawn } from "node:child_process";
import { createHmac, randomBytes } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { Agent, type IncomingMessage, request } from "node:http";
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
  const known = { cookie, origin: url, "accept-encoding": "gzip" };
  return {
    url,
    cookie,
    pid: child.pid ?? 0,
    fetch: (path: string, headers: Headers = {}) =>
      timedFetch(url + path, { ...known, ...headers }),
    post: (path: string, headers: Headers, body?: FormData) =>
      timedFetch(url + path, { ...known, ...headers }, body ?? ""),
    /** Resident memory of the server's process. */
    residentMb: () => residentMb(child.pid ?? 0),
    stop: async () => {
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}

type Headers = Record<string, string>;

const agent = new Agent({ keepAlive: true });

/** From sending the request to the last byte; `bytes` as they travel, before they are unpacked. Sends `body` with POST. */
export async function timedFetch(
  url: string,
  headers: Headers,
  body?: FormData | string,
): Promise<Answer> {
  const packed = body === undefined ? undefined : new Response(body);
  const content = packed && Buffer.from(await packed.arrayBuffer());
  const type = packed?.headers.get("content-type");
  const start = performance.now();
  const method = content ? "POST" : "GET";
  const sent = request(url, {
    agent,
    method,
    headers: { ...headers, ...(type && { "content-type": type }) },
  });
  sent.end(content);
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  const ms = performance.now() - start;
  if (response.statusCode !== 200) throw new Error(`${url} answered ${response.statusCode}`);
  const answered = Buffer.concat(chunks);
  const isPacked = response.headers["content-encoding"] === "gzip";
  const text = (isPacked ? gunzipSync(answered) : answered).toString();
  return { ms, bytes: answered.length, body: text };
}

async function untilReady(url: string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
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
