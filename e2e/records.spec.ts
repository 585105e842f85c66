// Records: what was typed is never lost, nobody overwrites anybody, and three kinds of nothing stay apart.
import { expect, test } from "./fixtures";

test("bad input is refused beside its field and keeps what was typed", async ({ admin }) => {
  await admin.open("/sessions/new");
  await admin.fill({
    User: "nobody",
    "Session type": "x".repeat(101),
    Notes: "kept",
    Duration: "ten",
  });
  await admin.save();
  await expect(admin.error("field-userId")).toContainText("UUID");
  await expect(admin.error("field-sessionType")).toContainText("1 too many");
  await expect(admin.error("field-duration")).toContainText("whole number");
  await expect(admin.field("Notes")).toHaveValue("kept");
  await expect(admin.field("Duration")).toHaveValue("ten");
  await expect(admin.choice("Goals")).toHaveValue("null");
  await expect(admin.field("User")).toBeFocused();
});

test("NULL, empty text and the default are three choices", async ({ admin, session, sql }) => {
  await admin.open(`/sessions/${session.id}`);
  await admin.field("Notes").fill("");
  await admin.save();
  await expect(admin.toast("Session saved")).toBeVisible();
  const notes = async () => {
    const [row] = await sql`select notes from ai_coach_some_sessions where id = ${session.id}`;
    return row?.notes;
  };
  expect(await notes()).toBe("");
  await admin.choice("Notes").selectOption("null");
  await admin.save();
  await expect(admin.choice("Notes")).toHaveValue("null");
  await expect.poll(notes).toBe(null);
});

test("line breaks, quotes and every character of Unicode come back as they were", async ({
  admin,
  session,
  sql,
}) => {
  const text = "one\r\ntwo\r\n'three' \"four\" \\five\u2028 \u{1F600} e\u0301 \uFFFD end ";
  await sql`update ai_coach_some_sessions set notes = ${text} where id = ${session.id}`;
  await admin.open(`/sessions/${session.id}`);
  await admin.fill({ Duration: "31" });
  await admin.save();
  await expect(admin.toast("Session saved")).toBeVisible();
  const [row] =
    await sql`select notes, duration from ai_coach_some_sessions where id = ${session.id}`;
  expect(row).toEqual({ notes: text, duration: 31 });
  const [change] = await sql`
    select after from admin_changes where record_id = ${session.id} order by id desc limit 1`;
  expect(Object.keys(change?.after).sort()).toEqual(["duration", "updatedAt"]);
});

test("F10: two editors of one field: the second sees both values and chooses", async ({
  admin,
  colleague,
  session,
  sql,
}) => {
  const editor = await colleague("editor");
  await admin.open(`/sessions/${session.id}`);
  await editor.open(`/sessions/${session.id}`);
  await editor.fill({ Duration: "40" });
  await editor.save();
  await expect(editor.toast("Session saved")).toBeVisible();

  await admin.fill({ Duration: "55", Notes: "mine" });
  await admin.save();
  await expect(admin.page.getByRole("alert").filter({ hasText: "Someone changed" })).toBeVisible();
  await expect(admin.page.getByText("Meanwhile it became")).toContainText("40");
  await expect(admin.field("Duration")).toHaveValue("55");
  await admin.page.getByRole("button", { name: "Take theirs" }).click();
  await expect(admin.field("Duration")).toHaveValue("40");
  await admin.save();
  await expect(admin.toast("Session saved")).toBeVisible();
  const [row] =
    await sql`select notes, duration from ai_coach_some_sessions where id = ${session.id}`;
  expect(row).toEqual({ notes: "mine", duration: 40 });
});

test("two editors of different fields both succeed", async ({ admin, colleague, session, sql }) => {
  const editor = await colleague("editor");
  await admin.open(`/sessions/${session.id}`);
  await editor.open(`/sessions/${session.id}`);
  await editor.fill({ Notes: "theirs" });
  await editor.save();
  await expect(editor.toast("Session saved")).toBeVisible();
  await admin.fill({ Duration: "50" });
  await admin.save();
  await expect(admin.toast("Session saved")).toBeVisible();
  const [row] =
    await sql`select notes, duration from ai_coach_some_sessions where id = ${session.id}`;
  expect(row).toEqual({ notes: "theirs", duration: 50 });
});

test("a viewer reads and cannot write", async ({ colleague, session }) => {
  const viewer = await colleague("viewer");
  await viewer.open("/sessions");
  await expect(viewer.page.getByRole("link", { name: "New session" })).toHaveCount(0);
  await viewer.open(`/sessions/${session.id}`);
  await expect(viewer.page.getByText("as it was").first()).toBeVisible();
  await expect(viewer.page.getByRole("button", { name: "Save" })).toHaveCount(0);
  await expect(viewer.page.getByRole("button", { name: "Delete" })).toHaveCount(0);
  const response = await viewer.page.goto("/sessions/new");
  expect(response?.status()).toBe(404);
});

test("A15: a viewer who replays an editor's submission changes nothing", async ({
  admin,
  colleague,
  session,
  sql,
}) => {
  await admin.open(`/sessions/${session.id}`);
  const [request] = await Promise.all([
    admin.page.waitForRequest((sent) => sent.method() === "POST"),
    admin.fill({ Duration: "33" }).then(() => admin.save()),
  ]);
  await expect(admin.toast("Session saved")).toBeVisible();
  const before = await sql`select * from ai_coach_some_sessions where id = ${session.id}`;
  const viewer = await colleague("viewer");
  const { cookie: _, ...headers } = await request.allHeaders();
  const body =
    request
      .postDataBuffer()
      ?.toString("utf8")
      .replaceAll(/"(33|30)"/g, '"77"') ?? "";
  await viewer.page.request.post(request.url(), {
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(":"))),
    data: body.replace(/[0-9a-f-]{36}(?=\r\n------)/, crypto.randomUUID()),
  });
  expect(await sql`select * from ai_coach_some_sessions where id = ${session.id}`).toEqual(before);
});

test("a composite key has a page of its own", async ({ admin, sql }) => {
  const [member] = await sql<{ user_id: string; organisation_id: string }[]>`
    select user_id, organisation_id from base_organisation_members where role = 'member' limit 1`;
  await admin.open(`/base_organisation_members/${member?.user_id},${member?.organisation_id}`);
  await admin.field("Role").selectOption("admin");
  await admin.save();
  await expect(admin.toast("Record saved")).toBeVisible();
  await admin.undoFromToast("Record saved");
  await expect(admin.toast("Undone")).toBeVisible();
  await expect(admin.field("Role")).toHaveValue("=member");
});
