// Before JavaScript loads: list, create, edit and delete are plain links and forms.
import { expect, test } from "./fixtures";

test.use({ javaScriptEnabled: false });

test("create, edit and delete a session", async ({ admin, sql }) => {
  const { page } = admin;
  await admin.open("/sessions/new");
  await admin.fill({ User: "00000000-0000-4000-8000-000000000001" });
  await admin.save();
  await expect(admin.error("field-sessionType")).toBeVisible();
  await expect(admin.field("User")).toHaveValue("00000000-0000-4000-8000-000000000001");
  await admin.fill({ "Session type": "plain", Duration: "x" });
  await admin.save();
  await expect(admin.error("field-duration")).toBeVisible();
  await expect(admin.field("Session type")).toHaveValue("plain");
  await admin.fill({ Duration: "25" });
  await admin.save();
  await expect(page).toHaveURL(/\/sessions\/[0-9a-f-]{36}/);
  await expect(page.getByText("Session created")).toBeVisible();
  const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";

  await admin.fill({ Duration: "26" });
  await admin.save();
  await expect(page.getByText("Session saved")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  const [row] = await sql`select duration from ai_coach_some_sessions where id = ${id}`;
  expect(row?.duration).toBe(25);

  await admin.open(`/sessions/${id}`);
  await admin.delete("session");
  await expect(page.getByText("Session deleted")).toBeVisible();
  expect(await sql`select from ai_coach_some_sessions where id = ${id}`).toHaveLength(0);
});

test("F10: what another editor wrote meanwhile is shown, and what was typed is kept", async ({
  admin,
  session,
  sql,
}) => {
  await admin.open(`/sessions/${session.id}`);
  await sql`update ai_coach_some_sessions set duration = 45 where id = ${session.id}`;
  await admin.fill({ Duration: "60" });
  await admin.save();
  await expect(admin.page.getByText("Meanwhile it became 45")).toBeVisible();
  await expect(admin.field("Duration")).toHaveValue("60");
  await admin.save();
  await expect(admin.page.getByText("Session saved")).toBeVisible();
  const [row] = await sql`select duration from ai_coach_some_sessions where id = ${session.id}`;
  expect(row?.duration).toBe(60);
});

test("sorting and paging are links", async ({ admin }) => {
  await admin.open("/progress?view=list");
  const first = await admin.rows().first().textContent();
  await admin.turnTo("Next");
  await expect(admin.page).toHaveURL(/after=/);
  await admin.turnTo("Previous");
  expect(await admin.rows().first().textContent()).toBe(first);
  await admin.sortBy("Metric type");
  const metrics = await admin.column("Metric type");
  expect(metrics).toEqual([...metrics].sort());
});
