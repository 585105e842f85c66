import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { type Call, callerAs } from "@/lib/api/testing/client";
import { changesOf, create, createTables, sessions } from "@/lib/api/testing/records";
import { run } from "@/lib/records/testing/tables";

let editor: Call;

beforeAll(async () => {
  await createTables();
  editor = await callerAs("owner");
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

  it("hold those that match, and no others", async () => {
    const marker = `match-${randomUUID()}`;
    for (const duration of [30, 60, 90]) await create(editor, { notes: marker, duration });
    const where = encodeURIComponent(`is(notes,${marker}),any(lt(duration,60),gt(duration,60))`);
    const found = await editor("GET", `${sessions}?where=${where}&sort=duration&limit=1`);
    const first = JSON.parse(found.text);
    expect(first.data).toMatchObject([{ duration: 30 }]);
    const second = JSON.parse((await editor("GET", first.next)).text);
    expect(second.data).toMatchObject([{ duration: 90 }]);
    expect(second).not.toHaveProperty("next");
    const { data } = JSON.parse((await editor("GET", `${sessions}?q=${marker}`)).text);
    expect(data).toHaveLength(3);
  });

  it.each([
    "where=is(nonsense,a)",
    "where=is(status",
    "where=gt(duration,long)",
    "where=is(duration,1)&where=is(duration,2)",
    `q=${"x".repeat(201)}`,
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

  it("A12: are not sorted by secrets, nor filtered", async () => {
    expect((await editor("GET", "/api/resources/base_exact?sort=password")).status).toBe(400);
    const filtered = await editor("GET", "/api/resources/base_exact?where=startsWith(password,a)");
    expect(filtered.status).toBe(400);
  });

  it("of a table without a key can be read, and it takes no writes", async () => {
    await run("insert into base_heap values ('alone')");
    const { text } = await editor("GET", "/api/resources/base_heap");
    expect(text).toBe('{"data":[{"note":"alone"}]}');
    expect((await editor("POST", "/api/resources/base_heap", { body: "{}" })).status).toBe(409);
  });
});
