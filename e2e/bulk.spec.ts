// Acts on many records: selected, rehearsed, run, cancelled, undone, exported; and who may not.
import { randomUUID } from "node:crypto";
import type { APIResponse, Page } from "@playwright/test";
import type postgres from "postgres";
import { expect, statesOf, test } from "./bulk-steps";

function idsOf(sql: postgres.Sql, type: string): Promise<string[]> {
  return sql<{ id: string }[]>`
    select id from ai_coach_some_sessions where session_type = ${type} order by id`.then((rows) =>
    rows.map(({ id }) => id),
  );
}

function matching(type: string) {
  return { matching: { where: `is(sessionType,"${type}")` } };
}

const complete = { kind: "set", values: { status: "completed" } };

async function post(page: Page, path: string, data: object, origin?: string | null) {
  const own = new URL(process.env.BASE_URL ?? "").origin;
  return page.request.post(path, {
    headers: { ...(origin !== null && { origin: origin ?? own }), accept: "application/x-ndjson" },
    data,
  });
}

async function linesOf(response: APIResponse) {
  expect(response.status(), await response.text()).toBe(200);
  const text = await response.text();
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

test("everything that matches is rehearsed, changed as one act, and undone", async ({
  addSessions,
  admin,
  sql,
}) => {
  const type = await addSessions(2_300);
  const asked = { act: complete, selection: matching(type) };
  const rehearsal = await (await post(admin.page, "/api/bulk/sessions/rehearsal", asked)).json();
  expect(rehearsal).toMatchObject({ changed: 2_300, isWhole: true, of: { rows: 2_300 } });
  expect(await statesOf(sql, type)).toEqual([{ status: "pending", count: 2_300 }]);

  const run = { ...asked, promised: 2_300, submission: randomUUID() };
  const lines = await linesOf(await post(admin.page, "/api/bulk/sessions", run));
  expect(lines.at(-1)).toMatchObject({ kind: "ended", state: "done" });
  expect(await statesOf(sql, type)).toEqual([{ status: "completed", count: 2_300 }]);
  const changes = async () =>
    (
      await sql`select count(*)::int from admin_changes c where group_id = ${lines[0].group}
        and not exists (select from admin_changes u where u.reverts_id = c.id)`
    )[0]?.count;
  expect(await changes()).toBe(2_300);

  // Sent again, as after a lost answer: nothing happens twice.
  await linesOf(await post(admin.page, "/api/bulk/sessions", run));
  expect(await changes()).toBe(2_300);

  await admin.open("/history");
  const entry = admin.page.getByRole("listitem").filter({ hasText: "2,300 sessions at once" });
  await expect(entry).toHaveCount(1);
  await entry.getByRole("link", { name: "2,300 sessions at once" }).click();
  await expect(admin.page.getByRole("heading", { level: 1 })).toHaveText(
    "2,300 changes made at once",
  );
  await admin.page.getByRole("button", { name: "Undo all" }).click();
  await expect(admin.page.getByRole("button", { name: "Undo all" })).toBeHidden({
    timeout: 20_000,
  });
  expect(await statesOf(sql, type)).toEqual([{ status: "pending", count: 2_300 }]);
  expect(await changes()).toBe(0);
});

test("an act that is cancelled keeps what was done by then, and tells how much", async ({
  addSessions,
  admin,
  sql,
}) => {
  const type = await addSessions(12_000);
  await admin.open("/sessions");
  const run = {
    ...{ act: complete, selection: matching(type), promised: 12_000, submission: randomUUID() },
  };
  const group = await admin.page.evaluate(async (body) => {
    const stop = new AbortController();
    const response = await fetch("/api/bulk/sessions", {
      method: "POST",
      headers: { accept: "application/x-ndjson", "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: stop.signal,
    });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    while (!text.includes('"progress"')) text += (await reader?.read())?.value ?? "";
    stop.abort();
    return JSON.parse(text.split("\n")[0] ?? "").group as string;
  }, run);
  const { changes } = await (
    await admin.page.request.get(`/api/bulk/sessions?group=${group}`)
  ).json();
  expect(changes).toBeLessThan(12_000);
  expect(changes % 1_000).toBe(0);
  expect(await statesOf(sql, type)).toEqual([
    { status: "completed", count: changes },
    { status: "pending", count: 12_000 - changes },
  ]);
});

test("A12: an address that is not understood in full is not acted on", async ({
  addSessions,
  admin,
  sql,
}) => {
  const type = await addSessions(3);
  for (const where of [`is(nonsense,1)`, `is(sessionType`, `is(sessionType,"${type}"),is(x,1)`]) {
    const asked = { act: { kind: "delete" }, selection: { matching: { where } } };
    for (const path of ["/api/bulk/sessions/rehearsal", "/api/bulk/sessions"]) {
      const run = { ...asked, promised: 10, submission: randomUUID() };
      expect((await post(admin.page, path, run)).status(), where).toBe(400);
    }
    const file = `/api/export/sessions?where=${encodeURIComponent(where)}`;
    expect((await admin.page.request.get(file)).status()).toBe(400);
  }
  expect(await idsOf(sql, type)).toHaveLength(3);
});

test("A13, A16, A17: what must not be set is refused by name", async ({ admin }) => {
  for (const [slug, values] of [
    ["sessions", { id: randomUUID() }],
    ["sessions", { role: "owner" }],
    ["settings", { value: "x" }],
    ["settings", { key: "x" }],
    ["base_users", { password: "x" }],
  ] as const) {
    const asked = { act: { kind: "set", values }, selection: { matching: {} } };
    const response = await post(admin.page, `/api/bulk/${slug}/rehearsal`, asked);
    expect(response.status()).toBe(422);
    expect(Object.keys((await response.json()).errors)).toEqual(Object.keys(values));
  }
});

test("A05, A06: no foreign page starts, rehearses or undoes an act", async ({
  addSessions,
  admin,
  sql,
}) => {
  const type = await addSessions(2);
  const run = {
    ...{ act: { kind: "delete" }, selection: matching(type), promised: 2 },
    submission: randomUUID(),
  };
  const paths = ["/api/bulk/sessions", "/api/bulk/sessions/rehearsal", `/api/undo/${randomUUID()}`];
  for (const path of [...paths, "/api/export/sessions"]) {
    for (const origin of ["https://evil.example", "null", null]) {
      expect((await post(admin.page, path, run, origin)).status(), path).toBe(403);
    }
  }
  expect(await idsOf(sql, type)).toHaveLength(2);
});

test("A14, A15: a viewer can only read, an anonymous browser nothing", async ({
  addSessions,
  admin,
  colleague,
  playwright,
  sql,
}) => {
  const type = await addSessions(2);
  const run = {
    ...{ act: complete, selection: matching(type), promised: 2, submission: randomUUID() },
  };
  const [begun] = await linesOf(await post(admin.page, "/api/bulk/sessions", run));
  const viewer = await colleague("viewer");
  const again = { ...run, submission: randomUUID() };
  for (const path of [
    "/api/bulk/sessions",
    "/api/bulk/sessions/rehearsal",
    `/api/undo/${begun.group}`,
  ]) {
    expect((await post(viewer.page, path, again)).status(), path).toBe(403);
  }
  const file = `/api/export/sessions?where=${encodeURIComponent(`is(sessionType,"${type}")`)}`;
  expect((await viewer.page.request.get(file)).status()).toBe(200);
  const nobody = await playwright.request.newContext({
    ...(process.env.BASE_URL && { baseURL: process.env.BASE_URL }),
    storageState: { cookies: [], origins: [] },
  });
  expect((await nobody.get(file)).status()).toBe(401);
  const origin = new URL(process.env.BASE_URL ?? "").origin;
  const written = await nobody.post("/api/bulk/sessions", { headers: { origin }, data: again });
  expect(written.status()).toBe(401);
  await nobody.dispose();
  expect(await statesOf(sql, type)).toEqual([{ status: "completed", count: 2 }]);
});

test("an export holds every record that matches, exactly", async ({ addSessions, admin, sql }) => {
  const type = await addSessions(1_234);
  const rows = await sql<{ id: string; notes: string | null; created: string }[]>`
    select id, notes, created_at::text as created from ai_coach_some_sessions
    where session_type = ${type} order by id`;
  const where = encodeURIComponent(`is(sessionType,"${type}")`);
  const address = `/api/export/sessions?where=${where}&columns=id,notes,createdAt`;
  const get = async (more: string) => (await admin.page.request.get(address + more)).text();
  const csv = rows.map(
    ({ id, notes, created }) => `${id},${notes === null ? "" : '""'},${created}`,
  );
  expect(await get("&format=csv")).toBe(`id,notes,createdAt\r\n${csv.join("\r\n")}\r\n`);
  const records = rows.map(({ id, notes, created }) => ({ id, notes, createdAt: created }));
  expect(JSON.parse(await get("&format=json"))).toEqual(records);
  const lines = (await get("&format=ndjson")).trimEnd().split("\n");
  expect(lines.map((line) => JSON.parse(line))).toEqual(records);
  expect(await get("&sort=-createdAt,id")).toBe(await get(""));

  const picked = rows.slice(5, 8).map(({ id }) => id);
  const origin = new URL(process.env.BASE_URL ?? "").origin;
  const form = new URLSearchParams([
    ["format", "ndjson"],
    ["columns", "id"],
    ...picked.map((id) => ["id", id]),
  ]);
  const file = await admin.page.request.post("/api/export/sessions", {
    headers: { origin, "content-type": "application/x-www-form-urlencoded" },
    data: form.toString(),
  });
  expect(await file.text()).toBe(picked.map((id) => `{"id":"${id}"}\n`).join(""));
});

test("A17: secrets are masked in every export", async ({ admin, sql }) => {
  const [{ password } = { password: "" }] = await sql<{ password: string }[]>`
    select password from base_users where password is not null limit 1`;
  expect(password).not.toBe("");
  for (const format of ["csv", "json", "ndjson", "tsv"]) {
    const file = await admin.page.request.get(`/api/export/base_users?format=${format}`);
    const text = await file.text();
    expect(text).toContain("••••••••");
    expect(text).not.toContain(password);
  }
});
