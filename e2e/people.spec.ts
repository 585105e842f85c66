// Inviting people, what becomes of their sessions, and one's own account.
import { randomUUID } from "node:crypto";
import {
  acceptInvitation,
  chosenPassword,
  expect,
  fieldsOf,
  invite,
  owner,
  signedOut,
  signIn,
} from "./account-steps";
import { test } from "./fixtures";

// Everybody is in sight: a menu at the window's edge moves while it is scrolled to.
test.use({ viewport: { width: 1280, height: 2400 } });

test.describe("people", () => {
  test("are invited, choose a password once, and see what their role allows", async ({
    page,
    browser,
  }) => {
    const { name, link } = await invite(page, "Viewer");
    const viewers = await acceptInvitation(browser, link);
    await viewers.goto("/people");
    await expect(viewers.getByRole("heading", { name: "Nothing here" })).toBeVisible();
    await expect(viewers.getByText(owner.email)).toHaveCount(0);
    await viewers.goto(link);
    await expect(viewers.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
    await page.reload();
    await expect(page.getByRole("listitem").filter({ hasText: name })).toContainText("Active");
  });

  test("A18: who are disabled are out at their next request", async ({ page, browser }) => {
    const { name, email, link } = await invite(page, "Editor");
    const editors = await acceptInvitation(browser, link);
    await page.reload();
    await page.getByRole("button", { name: `More for ${name}` }).click();
    await page.getByRole("button", { name: "Disable…" }).click();
    await page.getByRole("button", { name: `Disable ${name}` }).click();
    await expect(page.getByRole("listitem").filter({ hasText: email })).toContainText("Disabled");
    await editors.goto("/account");
    await expect(editors).toHaveURL(/\/login/);
    await signIn(editors, email, chosenPassword);
    await expect(editors.getByRole("main").getByRole("alert")).toHaveText(
      "This email and password do not belong together.",
    );
  });

  test("A18: act with their new role at their next request", async ({ page, browser }) => {
    const { name, link } = await invite(page, "Editor");
    const theirs = await acceptInvitation(browser, link);
    await theirs.goto("/people");
    await expect(theirs.getByRole("heading", { name: "Nothing here" })).toBeVisible();
    await page.reload();
    await page.getByRole("button", { name: `Role of ${name}: Editor` }).click();
    await page.getByRole("button", { name: /^Owner/ }).click();
    await expect(page.getByRole("button", { name: `Role of ${name}: Owner` })).toBeVisible();
    await theirs.goto("/people");
    await expect(theirs.getByRole("heading", { name: "People" })).toBeVisible();
  });

  test("A18: choose a new password by link, which ends their sessions", async ({
    page,
    browser,
  }) => {
    const { name, email, link } = await invite(page, "Viewer");
    const old = await acceptInvitation(browser, link);
    await page.reload();
    await page.getByRole("button", { name: `More for ${name}` }).click();
    await page.getByRole("button", { name: "New password link" }).click();
    const reset = await page.getByLabel("One-time link").inputValue();
    const fresh = await (await browser.newContext({ storageState: signedOut })).newPage();
    await fresh.goto(reset);
    await fresh.getByLabel("Password", { exact: true }).fill("short");
    await fresh.getByRole("button", { name: "Save password and sign in" }).click();
    await expect(fresh.getByText("Use at least 12 characters.")).toBeVisible();
    await fresh.getByLabel("Password", { exact: true }).fill("another one entirely");
    await fresh.getByRole("button", { name: "Save password and sign in" }).click();
    await expect(fresh).toHaveURL("/");
    await old.goto("/account");
    await signIn(old, email, "another one entirely");
    await expect(old).toHaveURL("/account");
  });
});

test.describe("one's own account", () => {
  test("changes the password, which ends the other sessions", async ({ page, browser }) => {
    const { email, link } = await invite(page, "Viewer");
    const here = await acceptInvitation(browser, link);
    const elsewhere = await (await browser.newContext({ storageState: signedOut })).newPage();
    await elsewhere.goto("/login");
    await signIn(elsewhere, email, chosenPassword);
    await expect(elsewhere).toHaveURL("/");

    await here.goto("/account");
    await expect(here.getByRole("region", { name: "Sessions" }).getByRole("listitem")).toHaveCount(
      2,
    );
    await here.getByLabel("Current password").fill("a wrong guess");
    await here.getByLabel("New password").fill("a fresh one, quite long");
    await here.getByRole("button", { name: "Change password" }).click();
    await expect(here.getByText("This is not your current password.")).toBeVisible();
    await here.getByLabel("Current password").fill(chosenPassword);
    await here.getByLabel("New password").fill("a fresh one, quite long");
    await here.getByRole("button", { name: "Change password" }).click();
    await expect(here.getByText("Password changed. Your other sessions have ended.")).toBeVisible();
    await expect(here.getByRole("region", { name: "Sessions" }).getByRole("listitem")).toHaveCount(
      1,
    );
    await elsewhere.goto("/account");
    await expect(elsewhere).toHaveURL(/\/login/);
  });

  test("signs out everywhere else, and has a name", async ({ page, browser }) => {
    const { email, link } = await invite(page, "Viewer");
    const here = await acceptInvitation(browser, link);
    const elsewhere = await (await browser.newContext({ storageState: signedOut })).newPage();
    await elsewhere.goto("/login");
    await signIn(elsewhere, email, chosenPassword);
    await here.goto("/account");
    await here.getByLabel("Name", { exact: true }).fill("Renamed");
    await here.getByRole("button", { name: "Save name" }).click();
    await expect(here.getByRole("button", { name: "Account: Renamed" })).toBeVisible();
    await here.getByRole("button", { name: "Sign out others" }).click();
    await expect(here.getByText("Signed out everywhere else")).toBeVisible();
    await elsewhere.goto("/account");
    await expect(elsewhere).toHaveURL(/\/login/);
  });
});

test("A15: an owner's form sent by somebody else changes nothing", async ({
  page,
  browser,
  playwright,
  baseURL,
}) => {
  const { link } = await invite(page, "Viewer");
  const viewers = await acceptInvitation(browser, link);
  const email = `smuggled-${randomUUID()}@example.com`;
  const form = {
    multipart: { ...(await fieldsOf(page, "Name")), name: "Smuggled", email, role: "owner" },
    headers: { origin: new URL(baseURL ?? "").origin },
  };
  const answer = await viewers.context().request.post("/people", form);
  expect(await answer.text()).not.toContain("is invited");
  const nobody = await playwright.request.newContext({
    ...(baseURL && { baseURL }),
    storageState: signedOut,
  });
  await nobody.post("/people", form);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Invite somebody" })).toBeVisible();
  await expect(page.getByText(email)).toHaveCount(0);
  // The same form from the owner arrives, so it was the sender that kept it out.
  expect(await (await page.context().request.post("/people", form)).text()).toContain("is invited");
  await nobody.dispose();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("an owner invites somebody and changes their role", async ({ page }) => {
    const { name, link } = await invite(page, "Editor");
    expect(link).toContain("/setup?token=");
    await page.goto("/people");
    await page.getByRole("button", { name: `Role of ${name}: Editor` }).click();
    await page.getByRole("button", { name: /^Viewer/ }).click();
    await expect(page.getByRole("button", { name: `Role of ${name}: Viewer` })).toBeVisible();
  });
});
