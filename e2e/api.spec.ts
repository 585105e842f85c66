// The API over HTTP: a token is made, used and revoked; its reference can be read; a browser's session counts too.
import { randomUUID } from "node:crypto";
import type { AdminPage } from "./admin-page";
import { expect, test } from "./fixtures";

async function makeToken({ page }: AdminPage, name: string): Promise<string> {
  await page.goto("/account");
  await page.getByLabel("Token name").fill(name);
  await page.getByLabel("Access").selectOption("Read and write");
  await page.getByLabel("Only these").check();
  await page.getByRole("checkbox", { name: "Sessions", exact: true }).check();
  await page.getByRole("button", { name: "Make token" }).click();
  return page.getByLabel("New token").inputValue();
}

test("A32: a token works within its scope until it is revoked", async ({
  colleague,
  playwright,
  baseURL,
  session,
  sql,
}) => {
  const person = await colleague("editor");
  const name = `token ${randomUUID().slice(0, 8)}`;
  const token = await makeToken(person, name);
  const machine = await playwright.request.newContext({
    ...(baseURL && { baseURL }),
    storageState: { cookies: [], origins: [] },
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  });
  const path = `/api/resources/sessions/${session.id}`;

  const read = await machine.get(path);
  expect(await read.json()).toMatchObject({ id: session.id, notes: "as it was", duration: 30 });
  const changed = await machine.patch(path, {
    headers: { "if-match": read.headers().etag ?? "" },
    data: { notes: "by a program" },
  });
  expect(changed.status()).toBe(200);
  const [change] = await sql`
    select actor_name, request_id from admin_changes where record_id = ${session.id} order by id desc limit 1`;
  expect(change).toMatchObject({
    actor_name: `Test editor (token ${name})`,
    request_id: changed.headers()["x-request-id"],
  });
  expect((await machine.get("/api/resources/settings")).status()).toBe(403);
  expect((await machine.get("/api/nonsense")).status()).toBe(404);

  await person.page.reload();
  await expect(
    person.page.getByText(/Reads and writes Sessions · expires .* · used just now/),
  ).toBeVisible();
  await person.page.getByRole("button", { name: `Revoke ${name}` }).click();
  await person.page.getByRole("button", { name: "Revoke token", exact: true }).click();
  await expect(person.page.getByText(`Token “${name}” is revoked`)).toBeVisible();
  expect((await machine.get(path)).status()).toBe(401);
  await machine.dispose();
});

test("composite ids arrive as they were sent", async ({ admin, sql }) => {
  const table = `base_${randomUUID().slice(0, 8)}`;
  await sql.unsafe(`create table ${table} (a text, b text, note text, primary key (a, b));
    insert into ${table} values ('x,y', 'a/b', 'found')`);
  try {
    // What the catalog holds is remembered for half a minute.
    await expect
      .poll(() => admin.page.request.get(`/api/resources/${table}`).then((a) => a.status()), {
        timeout: 40_000,
      })
      .toBe(200);
    for (const id of ["x%2Cy,a%2Fb", "x%252Cy%2Ca%252Fb"]) {
      const answer = await admin.page.request.get(`/api/resources/${table}/${id}`);
      expect(await answer.json()).toMatchObject({ note: "found" });
    }
  } finally {
    await sql.unsafe(`drop table ${table}`);
  }
});

test("A06: a session of a browser reads, and writes from our pages alone", async ({
  admin,
  session,
  baseURL,
}) => {
  const { request } = admin.page;
  const path = `/api/resources/sessions/${session.id}`;
  const read = await request.get(path);
  const write = (origin: string) =>
    request.patch(path, {
      headers: { "if-match": read.headers().etag ?? "", origin },
      data: { duration: 31 },
    });
  expect((await write("https://elsewhere.example")).status()).toBe(403);
  expect((await write(baseURL ?? "")).status()).toBe(200);
});

test("the reference shows what one can call", async ({ admin }) => {
  const { page } = admin;
  await admin.open("/account");
  await page.getByRole("link", { name: "API reference" }).click();
  await expect(page.getByRole("heading", { name: "Calling it" })).toBeVisible();
  await page.getByRole("link", { name: "Coaching" }).click();
  const operation = page.getByRole("article", { name: "Sessions of a user" });
  await expect(
    operation.getByText("/api/coaching/sessions/{userId}", { exact: true }),
  ).toBeVisible();
  const answer = await page.goto("/api/docs?of=sessions");
  expect(answer?.headers()["content-security-policy"]).toContain("'strict-dynamic'");
  await expect(page.getByRole("article")).toHaveCount(5);
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("a token is made, and shown once", async ({ admin, sql }) => {
    const name = `plain ${randomUUID().slice(0, 8)}`;
    const token = await makeToken(admin, name);
    expect(token).toMatch(/^fat_/);
    await admin.open("/account");
    await expect(admin.page.getByText(name, { exact: true })).toBeVisible();
    await expect(admin.page.getByLabel("New token")).toHaveCount(0);
    await sql`delete from admin_api_tokens where name = ${name}`;
  });
});
