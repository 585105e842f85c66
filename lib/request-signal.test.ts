import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { requestSignal, watchRequests } from "@/lib/request-signal";

/** What each address knew of its request, some time after it arrived. */
const signals = new Map<string, AbortSignal>();

const server = http.createServer(async (request, response) => {
  await Promise.resolve();
  const signal = requestSignal();
  if (signal) signals.set(request.url ?? "", signal);
  if (request.url?.startsWith("/endless")) response.write("begun");
  else response.end("whole");
});
let origin = "";

beforeAll(async () => {
  watchRequests();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => void server.close());

describe("the signal of a request", () => {
  it("is none where there is no request", () => {
    expect(requestSignal()).toBeUndefined();
  });

  it("aborts when the browser leaves before it has the whole answer, and for that request alone", async () => {
    const leaving = new AbortController();
    const [left, kept] = await Promise.all([
      fetch(`${origin}/endless/left`, { signal: leaving.signal }),
      fetch(`${origin}/endless/kept`),
    ]);
    const signal = signals.get("/endless/left");
    const aborted = new Promise((resolve) => signal?.addEventListener("abort", resolve));
    leaving.abort();
    await aborted;
    await expect(left.text()).rejects.toThrow();
    expect(signals.get("/endless/kept")?.aborted).toBe(false);
    await kept.body?.cancel();
  });

  it("does not abort once the answer is complete, and the next on its connection has its own", async () => {
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    const get = (path: string) =>
      new Promise<void>((resolve, reject) => {
        const request = http.get(`${origin}${path}`, { agent }, (response) =>
          response.resume().once("end", resolve),
        );
        request.once("error", reject);
      });
    await get("/one");
    await get("/two");
    agent.destroy();
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
    const [one, two] = [signals.get("/one"), signals.get("/two")];
    expect(one).toBeInstanceOf(AbortSignal);
    expect(two).not.toBe(one);
    expect([one?.aborted, two?.aborted]).toEqual([false, false]);
  });
});
