import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { type Call, callerAs, callerWith, testApi, tokenOf } from "@/lib/api/testing/client";
import { create, createTables, sessions } from "@/lib/api/testing/records";
import { revokeToken } from "@/lib/auth/api-tokens";
import { addPerson } from "@/lib/auth/person.fixture";
import { run } from "@/lib/records/testing/tables";

let editor: Call;

beforeAll(async () => {
  await createTables();
  editor = await callerAs("owner");
});

describe("the guide's routes", () => {
  it("answer with a user's sessions and with what was created", async () => {
    const userId = randomUUID();
    const body = JSON.stringify({
      userId,
      sessionType: "career",
      scheduledAt: new Date(0).toISOString(),
    });
    const made = await editor("POST", "/api/coaching/sessions", { body });
    expect(made.status).toBe(201);
    expect(JSON.parse(made.text).scheduledAt).toBe("1970-01-01 00:00:00");
    await editor("POST", "/api/coaching/sessions", { body });
    const list = await editor("GET", `/api/coaching/sessions/${userId}?limit=1`);
    expect(JSON.parse(list.text)).toHaveLength(1);
    const next = /<([^>]+)>; rel="next"/.exec(list.headers.get("link") ?? "")?.[1] ?? "";
    expect(JSON.parse((await editor("GET", next)).text)).toMatchObject([{ userId }]);
    const nobody = await editor("GET", `/api/coaching/sessions/${randomUUID()}`);
    expect(nobody).toMatchObject({ status: 200, text: "[]" });
    const wrong = await editor("GET", "/api/coaching/sessions/nonsense");
    expect(JSON.parse(wrong.text)).toMatchObject({
      status: 400,
      errors: [{ parameter: "userId" }],
    });
  });
});

describe("addresses and methods", () => {
  it("that do not exist are told", async () => {
    expect((await editor("GET", "/api/nonsense")).status).toBe(404);
    expect((await editor("GET", "/api/resources/nonsense")).status).toBe(404);
    expect((await editor("GET", "/api/resources/admin_users")).status).toBe(404);
    const put = await editor("PUT", `${sessions}/x`, { body: "{}" });
    expect(put.status).toBe(405);
    expect(put.headers.get("allow")).toBe("GET, PATCH, DELETE, HEAD, OPTIONS");
    const post = await editor("DELETE", "/api/coaching/sessions");
    expect(post.headers.get("allow")).toBe("POST, OPTIONS");
    expect((await editor("OPTIONS", sessions)).status).toBe(204);
  });
});

describe("A32: who may call", () => {
  it("nobody without a token", async () => {
    const { handle } = await testApi();
    const answer = await handle(new Request(`http://admin.test${sessions}`));
    expect(answer.status).toBe(401);
    expect(answer.headers.get("www-authenticate")).toBe('Bearer realm="api"');
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  it("a token that is unknown, revoked, or in the address is refused", async () => {
    const person = await addPerson("owner");
    const token = await tokenOf(person);
    const call = await callerWith(token);
    const inAddress = await call("GET", `${sessions}?key=${token}`);
    expect(inAddress.status).toBe(401);
    expect((await call("GET", `${sessions}?access_token=x`)).status).toBe(401);
    const [row] = await run(`select id from admin_api_tokens where user_id = '${person.id}'`);
    await revokeToken(person, String(row?.id));
    const revoked = await call("GET", sessions);
    expect(revoked.status).toBe(401);
    expect(revoked.headers.get("www-authenticate")).toContain('error="invalid_token"');
    expect((await (await callerWith("nonsense"))("GET", sessions)).status).toBe(401);
  });

  it("reads alone do not write, and named resources are the only ones", async () => {
    const reader = await callerAs("owner", { canWrite: false });
    expect((await reader("GET", sessions)).status).toBe(200);
    const body = JSON.stringify({ userId: randomUUID(), sessionType: "life" });
    expect((await reader("POST", sessions, { body })).status).toBe(403);
    expect((await reader("POST", "/api/coaching/sessions", { body })).status).toBe(403);
    const narrow = await callerAs("owner", { resources: ["settings"] });
    expect((await narrow("GET", sessions)).status).toBe(403);
    expect((await narrow("GET", `/api/coaching/sessions/${randomUUID()}`)).status).toBe(403);
    expect((await narrow("GET", "/api/resources/settings")).status).toBe(200);
  });

  it("A14: no token can more than its person", async () => {
    const viewer = await callerAs("viewer");
    expect((await viewer("GET", sessions)).status).toBe(200);
    const { id, etag } = await create(editor);
    const headers = { "if-match": etag };
    expect((await viewer("DELETE", `${sessions}/${id}`, { headers })).status).toBe(403);
    const coach = await callerAs("editor");
    const body = '{"id":"99"}';
    expect((await coach("POST", "/api/resources/base_exact", { body })).status).toBe(403);
  });

  it("a session of a browser counts, and writes from our pages alone", async () => {
    const { Refused } = await import("@/lib/errors");
    const actor = await addPerson("editor");
    const { createApi } = await import("@/lib/api/api");
    const assertSameOrigin = vi.fn(async () => {
      throw new Refused("The request did not come from this site.");
    });
    const { handle } = await createApi({
      browser: { actor: async () => actor, assertSameOrigin },
    });
    const address = `http://admin.test${sessions}`;
    expect((await handle(new Request(address))).status).toBe(200);
    expect(assertSameOrigin).not.toHaveBeenCalled();
    const written = await handle(new Request(address, { method: "POST", body: "{}" }));
    expect(written.status).toBe(403);
  });

  it("A27: no more often than the limit, each token by itself", async () => {
    const api = testApi(2);
    const person = await addPerson("viewer");
    const call = await callerWith(await tokenOf(person), api);
    const first = await call("GET", sessions);
    expect(first.headers.get("ratelimit")).toMatch(/^"caller";r=1;t=\d+$/);
    await call("GET", "/api/nonsense");
    const refused = await call("GET", sessions);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    const other = await callerWith(await tokenOf(person), api);
    expect((await other("GET", sessions)).status).toBe(200);
  });

  it("its use is noted", async () => {
    const person = await addPerson("viewer");
    const call = await callerWith(await tokenOf(person));
    await call("GET", sessions);
    await vi.waitFor(async () => {
      const [row] = await run(
        `select last_used_at is not null as used from admin_api_tokens where user_id = '${person.id}'`,
      );
      expect(row?.used).toBe(true);
    });
  });
});
