// What is tried against the dashboard, from the outside. The ids are those of the list of abuse cases.
import { randomUUID } from "node:crypto";
import { expect, test } from "./fixtures";

const payloads = [
  "<script>window.hit=1</script>",
  "<img src=x onerror=window.hit=1>",
  '"><svg onload=window.hit=1>',
  "javascript:window.hit=1",
  "</script><script>window.hit=1</script>",
];

test.describe("without a session", () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test("A01: no page, payload or route gives a row away", async ({ page, sql }) => {
    const [{ session_type: type, id } = { session_type: "", id: "" }] = await sql`
      select id, session_type from ai_coach_some_sessions order by created_at desc limit 1`;
    const ways: Record<string, string>[] = [
      {},
      { rsc: "1" },
      { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
      { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
    ];
    for (const headers of ways) {
      for (const path of [
        "/sessions",
        `/sessions/${id}`,
        "/sessions?view=calendar&show=agenda",
        "/sessions?view=board",
        "/progress",
        "/settings",
        "/settings/transfer",
        "/find",
        "/history",
        "/",
        "/people",
        "/migrations",
        "/migrations/apply",
        "/migrations/drift",
        "/schema",
      ]) {
        const response = await page.request.get(path, { headers });
        const body = await response.text();
        expect(body, `${path} ${JSON.stringify(headers)}`).not.toContain(type);
        expect(body).not.toContain("0000_initial");
      }
      for (const path of [
        "/api/rows/sessions",
        "/api/resources/sessions",
        `/api/resources/sessions/${id}`,
        `/api/coaching/sessions/${id}`,
        "/api/openapi.json",
        "/api/series/progress",
        "/api/find?q=check",
        "/api/people?search=a",
        "/api/migrations",
      ]) {
        expect((await page.request.get(path, { headers })).status(), path).toBe(401);
      }
    }
  });
});

test("A05: an action from a foreign, null or absent origin writes nothing", async ({
  admin,
  session,
  sql,
}) => {
  await admin.open(`/sessions/${session.id}`);
  const [request] = await Promise.all([
    admin.page.waitForRequest((sent) => sent.method() === "POST"),
    admin.fill({ Duration: "34" }).then(() => admin.save()),
  ]);
  await expect(admin.toast("Session saved")).toBeVisible();
  const changes = () => sql`select id from admin_changes where record_id = ${session.id}`;
  const before = await changes();
  const { origin: _, "content-length": __, ...headers } = await request.allHeaders();
  for (const origin of ["https://evil.example", "null", undefined]) {
    await admin.page.request.post(request.url(), {
      headers: { ...plain(headers), ...(origin && { origin }) },
      data: request.postDataBuffer() ?? "",
      maxRedirects: 0,
    });
  }
  expect(await changes()).toEqual(before);
});

test("A08: text from the database never runs", async ({ admin, session, sql }) => {
  for (const payload of payloads) {
    await sql`
      update ai_coach_some_sessions set session_type = ${payload.slice(0, 100)}, notes = ${payload},
        goals = ${sql.json({ primary: payload })}, created_at = now() where id = ${session.id}`;
    await admin.open("/sessions");
    await admin.open(`/sessions/${session.id}`);
    await admin.fill({ Duration: String(payload.length) });
    await admin.save();
    await expect(admin.toast("Session saved")).toBeVisible();
    await admin.open(`/sessions/${session.id}/history`);
    expect(await admin.page.evaluate(() => (window as { hit?: number }).hit)).toBeUndefined();
  }
});

test("A10: the policy has a nonce of its own, and a client's is not taken over", async ({
  admin,
}) => {
  const response = await admin.page.request.get("/sessions", {
    headers: { "x-nonce": "planted", "content-security-policy": "script-src 'nonce-planted'" },
  });
  const policy = response.headers()["content-security-policy"] ?? "";
  expect(policy).toMatch(/script-src 'self' 'nonce-[0-9a-f]{32}' 'strict-dynamic'/);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy + (await response.text())).not.toContain("planted");
  expect(response.headers()["cache-control"]).toContain("no-store");
  expect(response.headers()).toMatchObject({
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
  });
});

test("A17: secrets are in no list, record, history or row", async ({ admin, sql }) => {
  const [user] = await sql<{ id: string; password: string }[]>`
    select id, password from base_users where password is not null limit 1`;
  const secret = user?.password ?? "no secret";
  for (const path of ["/base_users", `/base_users/${user?.id}`, "/api/rows/base_users"]) {
    const body = await (await admin.page.request.get(path)).text();
    expect(body).toContain(user?.id);
    expect(body).not.toContain(secret);
  }
  await admin.open(`/base_users/${user?.id}`);
  await admin.field("Password").fill("another secret of theirs");
  await admin.save();
  await expect(admin.toast("Record saved")).toBeVisible();
  const history = await (await admin.page.request.get(`/base_users/${user?.id}/history`)).text();
  expect(history).not.toContain(secret);
  expect(history).not.toContain("another secret of theirs");
  await admin.undoFromToast("Record saved");
  await expect(admin.toast("Undone")).toBeVisible();
  const [after] = await sql`select password from base_users where id = ${user?.id ?? ""}`;
  expect(after?.password).toBe(secret);
});

test("A17: a secret setting is in no page, row, search, export or answer", async ({
  admin,
  sql,
}) => {
  const key = `test_${randomUUID().slice(0, 8)}.api_key`;
  const secret = `canary-${randomUUID()}`;
  await sql`insert into ai_coach_app_settings (key, value, is_public) values (${key}, ${secret}, true)`;
  const [row] = await sql<{ id: string }[]>`
    select id from ai_coach_app_settings where key = ${key}`;
  const get = async (path: string) => (await admin.page.request.get(path)).text();
  const showing = ["/settings", "/settings?view=list", "/api/resources/settings?limit=500"];
  for (const path of [...showing, `/settings/${row?.id}`, `/api/resources/settings/${row?.id}`]) {
    const body = await get(path);
    expect(body, path).toContain(key);
    expect(body, path).not.toContain(secret);
  }
  for (const path of [`/find?q=${secret}`, `/api/find?q=${secret}`, "/api/settings/public"]) {
    expect((await get(path)).replaceAll(`=${secret}`, ""), path).not.toMatch(
      new RegExp(`"(value|title)":"${secret}`),
    );
  }
  expect(await get("/api/settings/public")).not.toContain(secret);
  await sql`delete from ai_coach_app_settings where key = ${key}`;
});

function plain(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(":")));
}
