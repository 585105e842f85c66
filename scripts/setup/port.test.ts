// Tests: which ports can be had, and what is said when one cannot.
import { createServer } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { assertPortFree, freePort, requestedAddress } from "./port.mjs";

afterEach(() => vi.unstubAllEnvs());

async function whileTaken(work: (port: number) => Promise<void>) {
  const port = await freePort();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  try {
    await work(port);
  } finally {
    server.close();
  }
}

test("a taken port is named, with the way to choose another", () =>
  whileTaken(async (port) => {
    await expect(assertPortFree("127.0.0.1", port)).rejects.toThrow(
      `Port ${port} is in use by another program: stop it, or choose another port, as in PORT=${port + 1} npm start.`,
    );
  }));

test("a free port passes, and is free afterwards", async () => {
  const port = await freePort();
  await assertPortFree("127.0.0.1", port);
  await assertPortFree("127.0.0.1", port);
});

test("the preferred port is taken when it is free, else another", async () => {
  const preferred = await freePort();
  expect(await freePort(preferred)).toBe(preferred);
  await whileTaken(async (taken) => expect(await freePort(taken)).not.toBe(taken));
});

test("the address is loopback and 3000 unless the environment says otherwise", () => {
  vi.stubEnv("HOST", "");
  vi.stubEnv("PORT", "");
  expect(requestedAddress()).toEqual({ host: "127.0.0.1", port: 3000 });
  vi.stubEnv("HOST", "0.0.0.0");
  vi.stubEnv("PORT", "8080");
  expect(requestedAddress()).toEqual({ host: "0.0.0.0", port: 8080 });
});

test.each(["abc", "0", "65536", "80.5", "-1"])("PORT=%s is refused", (port) => {
  vi.stubEnv("PORT", port);
  expect(requestedAddress).toThrow(`PORT is "${port}", which is not a port number`);
});
