import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { createClient } from "@hey-api/openapi-ts";
import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testApi, tokenOf } from "@/lib/api/testing/client";
import type { NewToken } from "@/lib/auth/api-tokens";
import { addPerson } from "@/lib/auth/person.fixture";
import type { Role } from "@/lib/model/actor";
import { createKinds, kindTypes } from "@/lib/records/testing/kinds";
import { run } from "@/lib/records/testing/tables";

const api = testApi();

async function documentFor(role: Role, limits: Partial<NewToken> = {}) {
  const token = await tokenOf(await addPerson(role), limits);
  const headers = { authorization: `Bearer ${token}` };
  const address = "http://admin.test/api/openapi.json";
  return (await (await api).handle(new Request(address, { headers }))).json();
}

beforeAll(async () => {
  await run(kindTypes);
  await run(createKinds());
  await run('create table "base_odd näme, really" (id int primary key, "constructor" text)');
});

describe("the OpenAPI document", () => {
  it("is valid, with tables of every kind and name in it", async () => {
    const document = await documentFor("owner");
    const { valid, errors } = await new Validator().validate(document);
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
    const ids = Object.values<Record<string, { operationId?: string }>>(document.paths)
      .flatMap((path) => Object.values(path))
      .flatMap(({ operationId }) => operationId ?? []);
    expect(ids).toContain("sessions.create");
    expect(ids).toContain("coaching.sessionsOfUser");
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("describes fields as they are", async () => {
    const { schemas } = (await documentFor("owner")).components;
    expect(schemas.sessions.properties).toMatchObject({
      sessionType: { type: ["string"], maxLength: 100 },
      duration: { type: ["integer", "null"], maximum: 2147483647 },
      meta: { description: "jsonb; by default {}" },
      createdAt: { description: "timestamp in UTC; by default now()" },
    });
    expect(schemas["sessions.new"].required).toEqual(["userId", "sessionType"]);
    expect(Object.keys(schemas["sessions.changes"].properties)).not.toContain("id");
    expect(schemas.base_kinds.properties.anEnum.enum).toEqual([
      ...["fine", "so, so", 'the "best"', "O'Kay", "NULL", ""],
      null,
    ]);
    expect(schemas.base_kinds.properties.aBigint).toMatchObject({ type: ["string", "null"] });
  });

  it("A14: holds only what its reader can do", async () => {
    const viewer = await documentFor("viewer");
    expect(Object.keys(viewer.paths["/api/resources/sessions"])).toEqual(["get"]);
    const narrow = await documentFor("owner", { resources: ["settings"] });
    expect(narrow.paths["/api/resources/settings"]).toHaveProperty("post");
    expect(narrow.paths).not.toHaveProperty("/api/resources/progress");
    expect(narrow.components.schemas).not.toHaveProperty("progress");
    expect((await new Validator().validate(narrow)).valid).toBe(true);
  });
});

describe("a client that is generated from it", () => {
  let folder: string;
  let server: Server;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "api-client-"));
    const { handle } = await api;
    server = createServer(async (incoming, outgoing) => {
      const response = await handle(toRequest(incoming));
      outgoing.writeHead(response.status, Object.fromEntries(response.headers));
      outgoing.end(Buffer.from(await response.arrayBuffer()));
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  });

  afterAll(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });

  it("lists, creates, reads, changes and deletes", async () => {
    const plugins = ["@hey-api/client-fetch", "@hey-api/typescript", "@hey-api/sdk"] as const;
    const input = await documentFor("editor");
    await createClient({ input, output: folder, logs: { level: "silent" }, plugins: [...plugins] });
    const sdk = await import(/* @vite-ignore */ join(folder, "sdk.gen.ts"));
    const { client } = await import(/* @vite-ignore */ join(folder, "client.gen.ts"));
    const { port } = server.address() as AddressInfo;
    const auth = await tokenOf(await addPerson("editor"));
    client.setConfig({ baseUrl: `http://127.0.0.1:${port}`, auth });

    const body = { userId: randomUUID(), sessionType: "generated", duration: 45 };
    const made = await sdk.sessionsCreate({ body });
    expect(made.response.status).toBe(201);
    expect(made.data).toMatchObject(body);
    const path = { id: made.data.id };
    expect((await sdk.sessionsGet({ path })).data).toEqual(made.data);
    const listed = await sdk.sessionsList({ query: { sort: "-createdAt", limit: 1 } });
    expect(listed.data.data).toEqual([made.data]);
    const ofUser = await sdk.coachingSessionsOfUser({ path: { userId: body.userId } });
    expect(ofUser.data).toEqual([made.data]);

    const change = (etag: string | null) =>
      sdk.sessionsUpdate({ path, body: { notes: "by a client" }, headers: { "If-Match": etag } });
    const changed = await change(made.response.headers.get("etag"));
    expect(changed.data).toMatchObject({ ...body, notes: "by a client" });
    const stale = await change(made.response.headers.get("etag"));
    expect(stale.error).toMatchObject({ status: 412, current: { notes: "by a client" } });

    const headers = { "If-Match": changed.response.headers.get("etag") };
    expect((await sdk.sessionsDelete({ path, headers })).response.status).toBe(204);
    expect((await sdk.sessionsGet({ path })).error).toMatchObject({ status: 404 });
  });
});

function toRequest(incoming: IncomingMessage): Request {
  const { method = "GET", url = "/", headers } = incoming;
  const hasBody = method !== "GET" && method !== "HEAD";
  return new Request(`http://127.0.0.1${url}`, {
    method,
    headers: Object.entries(headers).map(([name, value]): [string, string] => [
      name,
      String(value),
    ]),
    ...(hasBody && { body: Readable.toWeb(incoming) as ReadableStream, duplex: "half" }),
  });
}
