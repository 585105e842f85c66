// The board: a card goes where the declaration lets it go, by mouse, by key and by form, and comes back by Undo.
import { BoardPage } from "./board-page";
import { expect, test } from "./fixtures";

test("a session is completed by dragging it: notes are asked for, the time is set, Undo restores both", async ({
  admin,
  session,
  sql,
}) => {
  const now = async () => {
    const [row] = await sql`
      select status, notes, completed_at is not null as done,
        (select count(*)::int from admin_changes where record_id = ${session.id}) as changes
      from ai_coach_some_sessions where id = ${session.id}`;
    return row;
  };
  await sql`update ai_coach_some_sessions set status = 'scheduled', notes = null where id = ${session.id}`;
  const board = new BoardPage(admin.page);
  await board.open();
  await board.drag(session.type, "completed");
  const dialog = admin.page.getByRole("dialog");
  await expect(dialog.getByLabel("Notes", { exact: true })).toBeFocused();
  await dialog.getByRole("button", { name: "Move to completed" }).click();
  await expect(dialog.getByText("Enter notes.")).toBeVisible();
  expect(await now()).toMatchObject({ status: "scheduled", changes: 0 });

  await dialog.getByLabel("Notes", { exact: true }).fill("We agreed on three steps.");
  await dialog.getByRole("button", { name: "Move to completed" }).click();
  await expect(admin.toast("Session is now completed")).toBeVisible();
  await expect(board.card(session.type, "completed")).toBeVisible();
  await expect(dialog).toBeHidden();
  expect(await now()).toEqual({
    status: "completed",
    notes: "We agreed on three steps.",
    done: true,
    changes: 1,
  });

  await admin.undoFromToast("Session is now completed");
  await expect(board.card(session.type, "scheduled")).toBeVisible();
  expect(await now()).toMatchObject({ status: "scheduled", notes: null, done: false });
});

test("keys move a card, keep the focus on it, and are refused where the board does not let it go", async ({
  admin,
  session,
}) => {
  const { page } = admin;
  const board = new BoardPage(page);
  await board.open();
  await board.focus(session.type);
  await page.keyboard.press("3");
  await expect(admin.toast("A session cannot go from pending to completed.")).toBeVisible();
  await page.keyboard.press("2");
  await expect(admin.toast("Session is now scheduled")).toBeVisible();
  const link = board.card(session.type, "scheduled").getByRole("link", { name: session.type });
  await expect(link).toBeFocused();

  await page.keyboard.press("m");
  const moves = page.getByRole("group", { name: `Moves of ${session.type}` });
  await expect(moves.getByRole("button", { name: /pending/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(board.card(session.type, "pending")).toBeVisible();
  await board.drag(session.type, "completed");
  await expect(board.card(session.type, "pending")).toBeVisible();
});

test("a move that came too late says what the record became", async ({ admin, session, sql }) => {
  const board = new BoardPage(admin.page);
  await board.open();
  await board.focus(session.type);
  await sql`update ai_coach_some_sessions set status = 'cancelled' where id = ${session.id}`;
  await admin.page.keyboard.press("2");
  await expect(admin.toast("Status is cancelled by now")).toBeVisible();
  await expect(board.card(session.type, "cancelled")).toBeVisible();
});

test("a viewer reads the board and moves nothing", async ({ colleague, session }) => {
  const viewer = await colleague("viewer");
  const board = new BoardPage(viewer.page);
  await board.open();
  await expect(board.card(session.type, "pending").getByRole("link")).toHaveCount(1);
  await expect(viewer.page.getByRole("button", { name: /^Move / })).toHaveCount(0);
});

test("A08, A09: beside a session stand its person, times, goals, notes and progress, and nothing in them runs", async ({
  admin,
  session,
  sql,
}) => {
  const { page } = admin;
  const payload = '<img src=x onerror="document.title=1">';
  const goals = {
    primary: payload,
    secondary: ["javascript:alert(1)", "https://example.com/plan"],
  };
  await sql`
    update ai_coach_some_sessions set status = 'completed', goals = ${sql.json(goals)},
      notes = ${`First line\n${payload}`}, duration = 45,
      scheduled_at = '2026-01-05 10:00', completed_at = '2026-01-05 11:00'
    where id = ${session.id}`;
  await sql`
    insert into ai_coach_progress_tracking (user_id, coaching_session_id, metric_type, value)
    values (gen_random_uuid(), ${session.id}, 'board mood', '7')`;
  await admin.open(`/sessions/${session.id}`);
  const beside = page.getByRole("complementary", { name: "About this session" });
  await expect(beside.getByText("Nobody has this id")).toBeVisible();
  await expect(beside.getByText("15 min longer than planned.")).toBeVisible();
  await expect(beside.getByText(payload).first()).toBeVisible();
  await expect(beside.getByRole("link", { name: "https://example.com/plan" })).toBeVisible();
  await expect(beside.getByRole("link", { name: /javascript/ })).toHaveCount(0);
  await expect(page).not.toHaveTitle("1");
  await beside.getByRole("link", { name: "board mood" }).click();
  await expect(page).toHaveURL(/\/progress\//);
  await sql`delete from ai_coach_progress_tracking where coaching_session_id = ${session.id}`;
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a card is moved by a form, which asks for what is missing", async ({
    admin,
    session,
    sql,
  }) => {
    const { page } = admin;
    await sql`update ai_coach_some_sessions set status = 'scheduled', notes = null where id = ${session.id}`;
    const board = new BoardPage(page);
    await board.open();
    await board
      .card(session.type, "scheduled")
      .getByRole("link", { name: /^Move / })
      .click();
    await page.getByRole("link", { name: "Move to completed" }).click();
    await page.getByRole("button", { name: "Move to completed" }).click();
    await expect(page.getByText("Enter notes.")).toBeVisible();
    await page.getByLabel("Notes", { exact: true }).fill("Written without scripts.");
    await page.getByRole("button", { name: "Move to completed" }).click();
    await expect(board.card(session.type, "completed")).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(board.card(session.type, "scheduled")).toBeVisible();
  });
});
