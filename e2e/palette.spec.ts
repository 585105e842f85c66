import { expect, test } from "./fixtures";
import { PaletteSteps } from "./palette-steps";

test("a record is found by its title and by the id that lists show", async ({ admin, session }) => {
  const { page } = admin;
  const palette = new PaletteSteps(page);
  await admin.open("/sessions/new");
  // Also while typing elsewhere.
  await admin.field("Session type").focus();
  await palette.choose(session.type, new RegExp(`^${session.type}`));
  await expect(page).toHaveURL(`/sessions/${session.id}`);
  await expect(page.getByRole("heading", { name: session.type })).toBeVisible();

  await admin.open("/progress?view=list");
  await palette.search(session.id.slice(0, 8));
  await palette.expectChosen(new RegExp(`^${session.type}`));
  await expect(palette.option(new RegExp(`^${session.type}`))).toContainText("pending");
  const besides = page.context().waitForEvent("page");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(await besides).toHaveURL(`/sessions/${session.id}`);
  await expect(palette.dialog).toBeVisible();
});

test("the keyboard alone goes to a view, creates, and comes back", async ({ admin }) => {
  const { page } = admin;
  const palette = new PaletteSteps(page);
  await admin.open("/settings");
  await palette.search("ses");
  await palette.expectChosen(/^Sessions G/);
  await page.keyboard.press("ArrowDown");
  await palette.expectChosen("Sessions › Calendar");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await palette.expectChosen(/^See all results/);
  await page.keyboard.press("Escape");
  await expect(palette.dialog).toBeHidden();

  await palette.choose("sessions board", "Sessions › Board");
  await expect(page).toHaveURL("/sessions?view=board");
  await palette.choose("new session", /^New session/);
  await expect(page).toHaveURL("/sessions/new");
  await expect(admin.field("Session type")).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL("/sessions?view=board");
});

test("actions change the frame, and what was visited is recent until signing out", async ({
  colleague,
  session,
}) => {
  const admin = await colleague("viewer", { isOwn: true });
  const { page } = admin;
  const palette = new PaletteSteps(page);
  await admin.open(`/sessions/${session.id}`);
  const kept = () => page.evaluate(() => JSON.stringify({ ...localStorage }));
  await expect.poll(kept).toContain(session.type);

  await admin.open("/");
  await palette.choose("dark theme", /^Switch to the dark/);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  // On screen at once, and kept when the answer has come.
  const cookies = async () => JSON.stringify(await page.context().cookies());
  await expect.poll(cookies).toContain('"value":"dark"');
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");

  await palette.open();
  await expect(palette.option(new RegExp(`^${session.type}`))).toBeVisible();
  await expect(palette.option(/^New/)).toHaveCount(0);
  await expect(palette.option(/^People/)).toHaveCount(0);
  await palette.choose("sign out", /^Sign out/);
  await expect(page).toHaveURL(/\/login/);
  expect(await kept()).not.toContain(session.type);
});

test("keys lead where the list of shortcuts says, not while typing, not when turned off", async ({
  admin,
  colleague,
}) => {
  await admin.open("/sessions/new");
  await admin.field("Session type").pressSequentially("g h?");
  await expect(admin.field("Session type")).toHaveValue("g h?");

  const { page } = await colleague("editor");
  const list = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await page.goto("/history");
  await expect(async () => {
    await page.keyboard.press("?");
    await expect(list).toBeVisible({ timeout: 1_000 });
  }).toPass();
  const sessions = list.locator("dl > div").filter({ hasText: /^Sessions/ });
  const keys = await sessions.locator("kbd").allInnerTexts();
  await page.keyboard.press("Escape");
  await expect(async () => {
    for (const key of keys) await page.keyboard.press(key.toLowerCase());
    await expect(page).toHaveURL("/sessions", { timeout: 2_000 });
  }).toPass();
  await page.keyboard.press("n");
  await expect(page).toHaveURL("/sessions/new");

  await page.goto("/history");
  await new PaletteSteps(page).choose("keyboard", /^Keyboard shortcuts/);
  await list.getByRole("checkbox").uncheck();
  await page.keyboard.press("Escape");
  await page.reload();
  await new PaletteSteps(page).open();
  await page.keyboard.press("Escape");
  await page.keyboard.press("g");
  await page.keyboard.press("m");
  await page.keyboard.press("?");
  await expect(list).toBeHidden();
  await expect(page).toHaveURL("/history");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("the search fills the screen and closes", async ({ admin, session }) => {
    const { page } = admin;
    const palette = new PaletteSteps(page);
    await admin.open("/history");
    await page.waitForLoadState("networkidle");
    await page.getByRole("banner").getByRole("link", { name: "Search" }).tap();
    await expect(palette.input).toBeFocused();
    expect(await palette.dialog.boundingBox()).toMatchObject({
      x: 0,
      y: 0,
      width: 390,
      height: 844,
    });
    await palette.input.fill(session.type);
    const found = palette.option(new RegExp(`^${session.type}`));
    expect((await found.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await palette.dialog.getByRole("button", { name: "Cancel" }).tap();
    await expect(palette.dialog).toBeHidden();
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the search is a page", async ({ admin, session }) => {
    const { page } = admin;
    await admin.open("/");
    await page.getByRole("link", { name: "Search…" }).click();
    await page.getByLabel("Name, title or id").fill(session.type);
    await page.getByRole("button", { name: "Search" }).click();
    await page.getByRole("link", { name: new RegExp(`^${session.type}`) }).click();
    await expect(page).toHaveURL(`/sessions/${session.id}`);
  });
});

test("the search answers nobody without a session, and no pattern is too long", async ({
  admin,
  playwright,
  baseURL,
}) => {
  const stranger = await playwright.request.newContext({
    storageState: { cookies: [], origins: [] },
    ...(baseURL && { baseURL }),
  });
  expect((await stranger.get("/api/find?q=a")).status()).toBe(401);
  await stranger.dispose();
  const long = await admin.page.request.get(`/api/find?q=${"%25".repeat(2_000)}`);
  expect(await long.json()).toEqual({ groups: [], unfinished: [] });
});
