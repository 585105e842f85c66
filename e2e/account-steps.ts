// The steps that tests of accounts share: signing in, inviting, accepting, and sending a form by hand.
import { randomUUID } from "node:crypto";
import { type Browser, type Page, expect as plainExpect } from "@playwright/test";

/** Checking a password is slow by design, and slower still on a busy machine. */
export const expect = plainExpect.configure({ timeout: 15_000 });

export const owner = {
  email: process.env.ADMIN_EMAIL ?? "",
  password: process.env.ADMIN_PASSWORD ?? "",
};

/** A browser that nobody has signed in with: contexts begin with the state of the test's own. */
export const signedOut = { cookies: [], origins: [] };

export const chosenPassword = "a password of one's own";

export async function signIn(page: Page, email: string, password: string) {
  await page.getByLabel("Email", { exact: true }).fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

export async function signInAsOwner(page: Page) {
  await page.goto("/login");
  await signIn(page, owner.email, owner.password);
  await expect(page).not.toHaveURL(/\/login/);
}

/** Invites somebody through the page and returns the link that the owner is given. */
export async function invite(ownersPage: Page, role: "Viewer" | "Editor" | "Owner") {
  const email = `${role.toLowerCase()}-${randomUUID()}@example.com`;
  const name = `${role} ${email.slice(-20, -12)}`;
  await ownersPage.goto("/people");
  await ownersPage.getByLabel("Name", { exact: true }).fill(name);
  await ownersPage.getByLabel("Email", { exact: true }).fill(email);
  await ownersPage.getByLabel("Role", { exact: true }).selectOption(role);
  await ownersPage.getByRole("button", { name: "Invite" }).click();
  await expect(ownersPage.getByText(`${name} is invited`)).toBeVisible();
  return { name, email, link: await ownersPage.getByLabel("One-time link").inputValue() };
}

export async function acceptInvitation(browser: Browser, link: string): Promise<Page> {
  const page = await (await browser.newContext({ storageState: signedOut })).newPage();
  await page.goto(link);
  await page.getByLabel("Password", { exact: true }).fill(chosenPassword);
  await page.getByRole("button", { name: "Save password and sign in" }).click();
  await expect(page).toHaveURL("/");
  return page;
}

/** What the form with this control would send, its hidden fields included. */
export function fieldsOf(page: Page, label: string): Promise<Record<string, string>> {
  const form = page.locator("form").filter({ has: page.getByLabel(label, { exact: true }) });
  return form.evaluate((element) => {
    const entries = [...new FormData(element as HTMLFormElement)];
    return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
  });
}
