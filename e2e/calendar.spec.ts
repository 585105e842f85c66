// The calendar: a session is moved by hand, by keys and by a dialog, and begun in an empty slot; nobody overwrites anybody.
import { randomUUID } from "node:crypto";
import type { Locator } from "@playwright/test";
import type postgres from "postgres";
import type { AdminPage } from "./admin-page";
import { test as base, expect } from "./fixtures";

/** A week that no other test and no sample has sessions in. */
const [monday, tuesday, wednesday] = ["2031-03-03", "2031-03-04", "2031-03-05"];

class Calendar {
  constructor(
    readonly admin: AdminPage,
    readonly sql: postgres.Sql,
    readonly id: string,
  ) {}

  async show(kind: "month" | "week" | "agenda"): Promise<void> {
    await this.admin.open(`/sessions?view=calendar&show=${kind}&on=${monday}`);
    await expect(this.event().getByRole("button", { name: /^Move/ })).toBeAttached();
  }

  event(): Locator {
    return this.admin.page.locator(`[data-event="${this.id}"]`);
  }

  day(day: string): Locator {
    return this.admin.page.locator(`[data-day="${day}"]`);
  }

  async dragTo(x: number, y: number): Promise<void> {
    const { mouse } = this.admin.page;
    const from = await boxOf(this.event());
    await mouse.move(from.x + 12, from.y + 12);
    await mouse.down();
    await mouse.move(from.x + 24, from.y + 24, { steps: 3 });
    await mouse.move(x, y, { steps: 5 });
    await mouse.up();
  }

  /** As Postgres prints it. */
  async time(): Promise<string> {
    const [row] = await this.sql`
      select scheduled_at::text as at from ai_coach_some_sessions where id = ${this.id}`;
    return row?.at ?? "";
  }
}

const test = base.extend<{ calendar: Calendar }>({
  calendar: async ({ admin, sql }, use) => {
    const [row] = await sql`
      insert into ai_coach_some_sessions (user_id, session_type, status, duration, scheduled_at)
      values (gen_random_uuid(), ${`test ${randomUUID().slice(0, 8)}`}, 'scheduled', 60,
        ${`${monday} 10:07:30.000001`}::text::timestamp) returning id`;
    await use(new Calendar(admin, sql, row?.id));
    await sql`delete from ai_coach_some_sessions where id = ${row?.id}`;
  },
});

// They share a week.
test.describe.configure({ mode: "default" });

test("a session is dragged to another day and time, and back by Undo", async ({ calendar }) => {
  const { admin } = calendar;
  await calendar.show("week");
  const [target, event] = [await boxOf(calendar.day(tuesday)), await boxOf(calendar.event())];
  const hour = target.height / 24;
  await calendar.dragTo(target.x + 20, event.y + 12 + hour * 1.5);
  await expect(calendar.day(tuesday).locator(calendar.event())).toBeVisible();
  await expect(admin.toast("Session moved to Tue 4 Mar, 11:37")).toBeVisible();
  expect(await calendar.time()).toBe(`${tuesday} 11:37:30.000001`);
  await admin.undoFromToast("Session moved");
  await expect(admin.toast("Undone")).toBeVisible();
  expect(await calendar.time()).toBe(`${monday} 10:07:30.000001`);

  await calendar.show("month");
  const day = await boxOf(calendar.day(wednesday));
  await calendar.dragTo(day.x + 20, day.y + 60);
  await expect(admin.toast("Session moved to Wed 5 Mar, 10:07")).toBeVisible();
  expect(await calendar.time()).toBe(`${wednesday} 10:07:30.000001`);
});

test("the keyboard moves a session, and a dialog does; the focus stays with it", async ({
  calendar,
}) => {
  const { admin } = calendar;
  const { keyboard } = admin.page;
  await calendar.show("week");
  const link = calendar.event().getByRole("link");
  await link.focus();
  await keyboard.press("m");
  await expect(admin.page.getByRole("status").filter({ hasText: "picked up" })).toBeAttached();
  for (const key of ["ArrowRight", "ArrowDown", "ArrowDown"]) await keyboard.press(key);
  await expect(
    admin.page.getByRole("status").filter({ hasText: "Tue 4 Mar, 10:37" }),
  ).toBeAttached();
  await keyboard.press("Escape");
  await keyboard.press("m");
  await keyboard.press("ArrowRight");
  await keyboard.press("Enter");
  await expect(admin.toast("Session moved to Tue 4 Mar, 10:07")).toBeVisible();
  expect(await calendar.time()).toBe(`${tuesday} 10:07:30.000001`);
  await expect(link).toBeFocused();

  await admin.page.reload();
  await calendar.event().hover();
  await calendar.event().getByRole("button", { name: /^Move/ }).click();
  await admin.page.getByRole("dialog").getByLabel("Time").fill("14:00");
  await admin.page.getByRole("dialog").getByRole("button", { name: "Move", exact: true }).click();
  await expect(admin.toast("Session moved to Tue 4 Mar, 14:00")).toBeVisible();
  expect(await calendar.time()).toBe(`${tuesday} 14:00:00`);
});

test("someone else's move is not overwritten unasked", async ({ calendar, sql }) => {
  const { admin } = calendar;
  await calendar.show("month");
  await sql`update ai_coach_some_sessions set scheduled_at = ${`${tuesday} 08:00:00`}::text::timestamp where id = ${calendar.id}`;
  const day = await boxOf(calendar.day(wednesday));
  await calendar.dragTo(day.x + 20, day.y + 60);
  const toast = admin.toast("someone moved it meanwhile");
  await expect(toast).toContainText("It is now Tue 4 Mar, 08:00. You asked for Wed 5 Mar, 10:07.");
  expect(await calendar.time()).toBe(`${tuesday} 08:00:00`);
  await toast.getByRole("button", { name: "Move anyway" }).click();
  await expect(admin.toast("Session moved to Wed 5 Mar, 10:07")).toBeVisible();
});

test("an empty slot begins a session at its time; a viewer moves and begins nothing", async ({
  calendar,
  colleague,
}) => {
  const { page } = calendar.admin;
  await calendar.show("week");
  const column = await boxOf(calendar.day(wednesday));
  const y = (await boxOf(calendar.event())).y + 12;
  await page.mouse.move(column.x + 30, y);
  await page.getByRole("link", { name: "New session, Wed 5 Mar, 10:00" }).click();
  await expect(calendar.admin.field("Scheduled at")).toHaveValue(`${wednesday} 10:00:00`);

  const viewer = await colleague("viewer");
  await viewer.open(`/sessions?view=calendar&show=week&on=${monday}`);
  await expect(viewer.page.locator(`[data-event="${calendar.id}"]`)).toBeVisible();
  await expect(viewer.page.getByRole("button", { name: /^Move/ })).toHaveCount(0);
  await expect(viewer.page.getByRole("link", { name: /^New session/ })).toHaveCount(0);
});

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error("It is not drawn.");
  return box;
}
