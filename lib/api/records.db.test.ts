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

  it("tells all that is wrong with a record at once", async () => {
    const body = '{"role":"owner","duration":"ten","scheduledAt":{}}';
    const answer = await editor("POST", sessions, { body });
    const { errors } = JSON.parse(answer.text);
    expect(errors.map((error: { field: string }) => error.field).sort()).toEqual([
      "duration",
      "role",
      "scheduledAt",
      "sessionType",
      "userId",
    ]);
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
