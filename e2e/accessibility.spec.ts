// Every page, in both themes and on a phone: nothing that axe finds against WCAG 2.2 AA, and nothing wider than the window.

import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";

const pages = [
  "/",
  "/sessions",
  "/sessions?view=calendar",
  "/sessions?view=calendar&show=week",
  "/sessions?view=calendar&show=agenda",
  "/sessions?view=board",
  "/sessions/new",
  "/sessions?view=calendar",
  "/sessions?view=calendar&show=week",
  "/sessions?view=calendar&show=agenda",
  "/progress",
  "/progress?tab=distribution",
  "/progress?tab=latest",
  "/settings",
  "/settings/transfer",
  "/find?q=check-in",
  "/api/docs",
  "/base_users",
  "/history",
  "/migrations",
  "/migrations/ai_coach_",
  "/migrations/ai_coach_/0000_initial",
  "/migrations/apply",
  "/migrations/drift",
  "/migrations/rehearsal",
  "/schema",
  "/people",
  "/account",
  "/find?q=coaching",
  "/no-such-table",
];

const looks = [
  { colorScheme: "light", viewport: { width: 1440, height: 900 } },
  { colorScheme: "dark", viewport: { width: 390, height: 844 } },
] as const;

for (const { colorScheme, viewport } of looks) {
  test.describe(`${colorScheme}, ${viewport.width} px`, () => {
    test.use({ colorScheme, viewport });

    test("every page", async ({ admin, session }) => {
      test.slow();
      for (const path of [...pages, `/sessions/${session.id}`, `/sessions/${session.id}/history`]) {
        await test.step(path, async () => {
          await admin.open(path);
          await expectAccessible(admin.page);
          const width = await admin.page.evaluate(() => document.documentElement.scrollWidth);
          expect(width).toBeLessThanOrEqual(viewport.width);
        });
      }
    });

    test("a form with errors, and the moment before a delete", async ({ admin, session }) => {
      await admin.open("/sessions/new");
      await admin.fill({ Duration: "ten" });
      await admin.save();
      await expect(admin.error("field-duration")).toBeVisible();
      await expectAccessible(admin.page);
      await admin.open(`/sessions/${session.id}`);
      await admin.page.getByRole("button", { name: "Delete", exact: true }).click();
      await expect(admin.page.getByRole("dialog")).toBeVisible();
      await expectAccessible(admin.page);
    });
  });
}

test("the keyboard alone finds, edits and saves a session", async ({ admin, session, sql }) => {
  const { page } = admin;
  await admin.open(`/sessions/${session.id}`);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: /skip/i })).toBeFocused();
  await page.keyboard.press("Enter");
  await admin.field("Duration").focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("44");
  await page.keyboard.press("Enter");
  await expect(admin.toast("Session saved")).toBeVisible();
  const [row] = await sql`select duration from ai_coach_some_sessions where id = ${session.id}`;
  expect(row?.duration).toBe(44);
});
