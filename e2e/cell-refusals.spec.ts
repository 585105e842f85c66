// The cells of a list to those who may not write them, on screen and by a request of their own.
import { randomUUID } from "node:crypto";
import type { Request } from "@playwright/test";
import type { AdminPage } from "./admin-page";
import { expect, test } from "./fixtures";
import { changesOf, openGrid } from "./grid-page";

test("A15, A17: a viewer has no editor, and the actions refuse viewers and secrets by themselves", async ({
  admin,
  colleague,
  session,
  sql,
}) => {
  const grid = await openGrid(admin);
  const editor = await grid.edit(session.type, "Duration");
  await editor.fill("31");
  const sent = admin.page.waitForRequest((request) => "next-action" in request.headers());
  await editor.press("Enter");
  const request = await sent;
  await expect(admin.toast("Session saved")).toBeVisible();

  const viewer = await colleague("viewer");
  const theirGrid = await openGrid(viewer);
  const cell = await theirGrid.activate(session.type, "Duration");
  await cell.press("5");
  await theirGrid.paste(cell, "5");
  await cell.press("F2");
  await expect(theirGrid.editor("Duration")).toHaveCount(0);
  await expect(theirGrid.preview()).toHaveCount(0);

  const edit = (id: string, field: string, value: string, seen: string) => ({
    edit: { id, values: { [field]: value }, seen: { [field]: seen } },
    columns: [],
  });
  const refused = await call(viewer, request, [
    "sessions",
    edit(session.id, "duration", "9", "31"),
  ]);
  expect(refused).toContain("Your role (viewer) does not allow this.");
  const [row] = await sql`select duration from ai_coach_some_sessions where id = ${session.id}`;
  expect(row?.duration).toBe(31);

  const key = `test_${randomUUID().slice(0, 8)}.api_key`;
  const [setting] = await sql<{ id: string }[]>`
    insert into ai_coach_app_settings (key, value) values (${key}, 'canary') returning id`;
  const id = setting?.id ?? "";
  try {
    const answer = await call(admin, request, ["settings", edit(id, "value", "x", "••••••••")]);
    expect(answer).toContain("This is a secret.");
    expect(answer).not.toContain("canary");
    for (const wrong of [edit(id, "id", "x", id), edit(id, "__proto__", "x", "y")]) {
      await call(admin, request, ["settings", wrong]);
    }
    expect(await sql`select value from ai_coach_app_settings where id = ${id}`).toEqual([
      { value: "canary" },
    ]);
    expect(await changesOf(sql, [id])).toHaveLength(0);
  } finally {
    await sql`delete from ai_coach_app_settings where id = ${id}`;
  }
});

/** Calls the server action that a request called, as that person, with other arguments. */
async function call(person: AdminPage, request: Request, given: unknown[]): Promise<string> {
  const response = await person.page.request.post(request.url(), {
    headers: {
      "next-action": request.headers()["next-action"] ?? "",
      origin: new URL(request.url()).origin,
      accept: "text/x-component",
      "content-type": "text/plain;charset=UTF-8",
    },
    data: JSON.stringify(given),
  });
  return response.text();
}
