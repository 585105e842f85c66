import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { type Answer, callerAs, callerWith, testApi, tokenOf } from "@/lib/api/testing/client";
import { revokeToken } from "@/lib/auth/api-tokens";
import { addPerson } from "@/lib/auth/person.fixture";
import { run } from "@/lib/records/testing/tables";

type Call = Awaited<ReturnType<typeof callerAs>>;

const sessions = "/api/resources/sessions";
let editor: Call;

beforeAll(async () => {
  await run(`
    create table base_exact (
      id bigint primary key, amount numeric, ratio double precision, small smallint, flag boolean,
      data jsonb, raw json, note text, password text, bytes bytea, at timestamptz, numbers int[],
      doubled bigint generated always as (id * 2) stored
    );
    create table base_pairs (a text, b text, note text, primary key (a, b));
    create table base_heap (note text);
    alter table base_exact add constraint no_zero check (amount <> 0)`);
  editor = await callerAs("owner");
});

async function create(
  call: Call,
  values: object = {},
): Promise<Answer & { id: string; etag: string }> {
  const body = JSON.stringify({ userId: randomUUID(), sessionType: "life", ...values });
  const answer = await call("POST", sessions, { body });
  expect(answer.text).toContain('"id"');
  const { id } = JSON.parse(answer.text);
  return { ...answer, id, etag: answer.headers.get("etag") ?? "" };
}

async function changesOf(id: string) {
  return run(
    `select action, actor_name, request_id from admin_changes where record_id = '${id}' order by id`,
  );
}

describe("records over HTTP", () => {
  it("creates, reads, changes and deletes, each with its row in the history", async () => {
    const made = await create(editor, { notes: "first" });
    expect(made.status).toBe(201);
    const path = `${sessions}/${made.id}`;
    expect(made.headers.get("location")).toBe(path);
    expect(JSON.parse(made.text)).toMatchObject({ notes: "first", status: "pending", meta: {} });

    const read = await editor("GET", path);
    expect(read.text).toBe(made.text);
    expect(read.headers.get("etag")).toBe(made.etag);
    const known = await editor("GET", path, { headers: { "if-none-match": `W/${made.etag}` } });
    expect(known).toMatchObject({ status: 304, text: "" });
    expect(await editor("HEAD", path)).toMatchObject({ status: 200, text: "" });

    const changed = await editor("PATCH", path, {
      body: '{"notes":"second","duration":45}',
      headers: { "if-match": made.etag },
    });
    expect(changed.status).toBe(200);
    expect(JSON.parse(changed.text)).toMatchObject({ notes: "second", duration: 45 });
    const etag = changed.headers.get("etag") ?? "";
    expect(etag).not.toBe(made.etag);

    const gone = await editor("DELETE", path, { headers: { "if-match": etag } });
    expect(gone).toMatchObject({ status: 204, text: "" });
    expect((await editor("GET", path)).status).toBe(404);
    const history = await changesOf(made.id);
    expect(history.map(({ action }) => action)).toEqual(["create", "update", "delete"]);
    expect(history[0]).toMatchObject({ actor_name: "The owner (token test)" });
    expect(history[2]?.request_id).toBe(gone.headers.get("x-request-id"));
  });

  it("keeps values exactly as they are sent", async () => {
    const body = `{"id":9007199254740993,"amount":12345678901234567890.10,"ratio":0.1,"small":-7,"flag":false,
      "data":{"big":12345678901234567890.50,"__proto__":1},"raw":{"a":1, "a":2 },"note":"\\u00e9\\n\\"",
      "bytes":"\\\\xDEad","at":"2026-03-09T14:30:00.000001+02:00","numbers":"{1,NULL,3}"}`;
    const made = await editor("POST", "/api/resources/base_exact", { body });
    expect(made.text).toBe(
      '{"id":"9007199254740993","amount":"12345678901234567890.10","ratio":0.1,"small":-7,"flag":false,' +
        '"data":{"big": 12345678901234567890.50, "__proto__": 1},"raw":{"a":1, "a":2 },"note":"é\\n\\"",' +
        '"password":null,"bytes":"\\\\xdead","at":"2026-03-09 12:30:00.000001+00","numbers":"{1,NULL,3}",' +
        '"doubled":"18014398509481986"}',
    );
    const listed = await editor("GET", "/api/resources/base_exact");
    expect(listed.text).toBe(`{"data":[${made.text}]}`);
  });

  it("takes what it gives, and literals as strings", async () => {
    const values = { id: "5", ratio: "NaN", small: "3", flag: "t", amount: "0.50", data: "a text" };
    const made = await editor("POST", "/api/resources/base_exact", {
      body: JSON.stringify(values),
    });
    expect(JSON.parse(made.text)).toMatchObject({
      ...values,
      ratio: "NaN",
      small: 3,
      flag: true,
    });
  });

  it("finds records by keys of several parts, encoded once or twice", async () => {
    await run("insert into base_pairs values ('x,y', 'a/b', 'found')");
    for (const id of ["x%2Cy,a%2Fb", encodeURIComponent("x%2Cy,a%2Fb")]) {
      const answer = await editor("GET", `/api/resources/base_pairs/${id}`);
      expect(JSON.parse(answer.text)).toMatchObject({ note: "found" });
    }
    expect((await editor("GET", "/api/resources/base_pairs/x")).status).toBe(404);
  });

  it("A17: shows a mask for secrets, and takes new ones", async () => {
    const body = '{"id":"6","password":"hunter2"}';
    const made = await editor("POST", "/api/resources/base_exact", { body });
    expect(JSON.parse(made.text).password).toBe("••••••••");
    const headers = { "if-match": made.headers.get("etag") ?? "" };
    const masked = await editor("PATCH", "/api/resources/base_exact/6", {
      body: '{"password":"••••••••"}',
      headers,
    });
    expect(JSON.parse(masked.text).errors).toMatchObject([{ field: "password" }]);
    const changed = await editor("PATCH", "/api/resources/base_exact/6", {
      body: '{"password":"hunter3"}',
      headers,
    });
    expect(changed.status).toBe(200);
    expect(await run("select password from base_exact where id = 6")).toEqual([
      { password: "hunter3" },
    ]);
  });
});

describe("what is not accepted", () => {
  it.each([
    ["A13: a field that does not exist", '{"userId":"x","role":"owner"}', 422, "role"],
    ["a value of another type", '{"notes":5}', 422, "notes"],
    ["a number beyond its type", '{"duration":3000000000}', 422, "duration"],
    ["what must be there", '{"notes":"x"}', 422, "sessionType"],
  ])("%s is named", async (_, body, status, field) => {
    const answer = await editor("POST", sessions, { body });
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    const { errors } = JSON.parse(answer.text);
    expect(errors.map((error: { field: string }) => error.field)).toContain(field);
  });

  it("A13: generated values and keys stay what they are", async () => {
    const body = '{"id":"7","doubled":"1"}';
    const generated = await editor("POST", "/api/resources/base_exact", { body });
    expect(JSON.parse(generated.text)).toMatchObject({
      status: 422,
      errors: [{ field: "doubled" }],
    });
    const made = await create(editor);
    const moved = await editor("PATCH", `${sessions}/${made.id}`, {
      body: JSON.stringify({ id: randomUUID() }),
      headers: { "if-match": made.etag },
    });
    expect(JSON.parse(moved.text)).toMatchObject({ status: 422, errors: [{ field: "id" }] });
  });

  it.each([
    ["A16: __proto__", '{"__proto__":{"role":"owner"}}'],
    ["A16: constructor", '{"constructor":1}'],
    ["a field that is given twice", '{"notes":"a","notes":"b"}'],
    ["what is no JSON", '{"notes":}'],
    ["what is no object", "[1]"],
    ["A25: depth", `{"goals":${"[".repeat(100_000)}${"]".repeat(100_000)}}`],
  ])("%s is answered with 400", async (_, body) => {
    expect((await editor("POST", sessions, { body })).status).toBe(400);
  });

  it("says where the JSON breaks", async () => {
    const { text } = await editor("POST", sessions, { body: '{"notes":\n  nul}' });
    expect(JSON.parse(text).title).toBe("This is not valid JSON: line 2, column 3.");
  });

  it("A25: a body beyond 1 MB is answered with 413", async () => {
    const body = `{"notes":"${"x".repeat(1_000_001)}"}`;
    expect((await editor("POST", sessions, { body })).status).toBe(413);
  });

  it("A06: another content type is answered with 415", async () => {
    const headers = { "content-type": "text/plain" };
    expect((await editor("POST", sessions, { body: "{}", headers })).status).toBe(415);
    expect((await editor("POST", "/api/coaching/sessions", { body: "{}", headers })).status).toBe(
      415,
    );
  });

  it("no message of Postgres comes out", async () => {
    const body = '{"id":"8","amount":0}';
    const broken = await editor("POST", "/api/resources/base_exact", { body });
    expect(JSON.parse(broken.text)).toEqual({
      type: "about:blank",
      status: 409,
      title: "The rule “no_zero” of the table does not allow these values.",
    });
  });
});

describe("conflicts", () => {
  it("If-Match is needed, and refuses what was changed since", async () => {
    const { id, etag } = await create(editor, { notes: "first" });
    const path = `${sessions}/${id}`;
    const body = '{"notes":"mine"}';
    expect((await editor("PATCH", path, { body })).status).toBe(428);
    expect((await editor("PATCH", path, { body, headers: { "if-match": "*" } })).status).toBe(428);
    expect((await editor("DELETE", path)).status).toBe(428);
    await run(`update ai_coach_some_sessions set notes = 'theirs' where id = '${id}'`);
    const headers = { "if-match": etag };
    const refused = await editor("PATCH", path, { body, headers });
    expect(JSON.parse(refused.text)).toMatchObject({ status: 412, current: { notes: "theirs" } });
    expect((await editor("DELETE", path, { headers })).status).toBe(412);
    const now = refused.headers.get("etag") ?? "";
    expect((await editor("PATCH", path, { body, headers: { "if-match": now } })).status).toBe(200);
    expect(await changesOf(id)).toHaveLength(2);
  });

  it("of two at once with the same ETag one is refused", async () => {
    const { id, etag } = await create(editor);
    const write = (notes: string) =>
      editor("PATCH", `${sessions}/${id}`, {
        body: JSON.stringify({ notes }),
        headers: { "if-match": etag },
      });
    const answers = await Promise.all([write("a"), write("b"), write("c")]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  });
});

describe("A29: an Idempotency-Key", () => {
  it("makes repetitions one row and one row of history", async () => {
    const headers = { "idempotency-key": randomUUID() };
    const body = JSON.stringify({ userId: randomUUID(), sessionType: "once" });
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => editor("POST", sessions, { body, headers })),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    const { id } = JSON.parse(answers[0]?.text ?? "");
    expect(await changesOf(id)).toHaveLength(1);

    const other = await editor("POST", sessions, { body: body.replace("once", "twice"), headers });
    expect(other.status).toBe(422);
    const stranger = await callerAs("editor");
    expect((await stranger("POST", sessions, { body, headers })).status).toBe(201);
  });

  it("answers a repeated change and deletion as the first time", async () => {
    const { id, etag } = await create(editor);
    const path = `${sessions}/${id}`;
    const patch = () =>
      editor("PATCH", path, {
        body: '{"notes":"once"}',
        headers: { "if-match": etag, "idempotency-key": `patch ${id}` },
      });
    const first = await patch();
    expect(await patch()).toMatchObject({ status: 200, text: first.text });
    const headers = {
      "if-match": first.headers.get("etag") ?? "",
      "idempotency-key": `delete ${id}`,
    };
    expect((await editor("DELETE", path, { headers })).status).toBe(204);
    expect((await editor("DELETE", path, { headers })).status).toBe(204);
    expect(await changesOf(id)).toHaveLength(3);
    expect((await editor("DELETE", path, { headers: { "if-match": etag } })).status).toBe(404);
  });
});

describe("lists", () => {
  it("lead through every record once, forwards and back", async () => {
    const marker = `walk ${randomUUID()}`;
    const long = "x".repeat(5_000);
    for (const notes of [marker, `${marker} ${long}`, null]) await create(editor, { notes });
    const seen: string[] = [];
    let path: string | undefined = `${sessions}?sort=notes,-createdAt&limit=1`;
    let last = "";
    while (path !== undefined) {
      const { text } = await editor("GET", path);
      const { data, next, previous } = JSON.parse(text);
      seen.push(...data.map((record: { id: string }) => record.id));
      last = previous;
      path = next;
    }
    const [{ count } = { count: 0 }] = await run(
      "select count(*)::int as count from ai_coach_some_sessions",
    );
    expect(seen).toHaveLength(Number(count));
    expect(new Set(seen).size).toBe(seen.length);
    const { data } = JSON.parse((await editor("GET", last)).text);
    expect(data[0].id).toBe(seen.at(-2));
    const { text } = await editor("GET", `${sessions}?limit=500`);
    expect(text).toContain(`${marker} ${long}`);
  });

  it.each([
    "sort=nonsense",
    "sort=status,status",
    "sort=status&sort=notes",
    "limit=0",
    "limit=501",
    "limit=1e2",
    "after=nonsense",
    "after=W251bGwsWyJ4Il1d",
    "after=x&last",
    "filter=x",
    "__proto__=x",
  ])("A11, A27: %s is refused by name", async (query) => {
    const answer = await editor("GET", `${sessions}?${query}`);
    expect(answer.status).toBe(400);
    const { errors } = JSON.parse(answer.text);
    expect(errors[0].parameter).toBe(/^[^=&]+/.exec(query)?.[0]);
  });

  it("A12: are not sorted by secrets", async () => {
    expect((await editor("GET", "/api/resources/base_exact?sort=password")).status).toBe(400);
  });

  it("of a table without a key can be read, and it takes no writes", async () => {
    await run("insert into base_heap values ('alone')");
    const { text } = await editor("GET", "/api/resources/base_heap");
    expect(text).toBe('{"data":[{"note":"alone"}]}');
    expect((await editor("POST", "/api/resources/base_heap", { body: "{}" })).status).toBe(409);
  });
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
