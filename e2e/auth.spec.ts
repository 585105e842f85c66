// Signing in and out, who gets in, and what a page or an action answers to everyone else.
import { randomUUID } from "node:crypto";
import { type Browser, type Page, expect as plainExpect, test } from "@playwright/test";

/** Checking a password is slow by design, and slower still on a busy machine. */
const expect = plainExpect.configure({ timeout: 15_000 });

const owner = {
  email: process.env.ADMIN_EMAIL ?? "",
  password: process.env.ADMIN_PASSWORD ?? "",
};

const chosenPassword = "a password of one's own";

async function signIn(page: Page, email: string, password: string) {
  await page.getByLabel("Email", { exact: true }).fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

async function signInAsOwner(page: Page) {
  await page.goto("/login");
  await signIn(page, owner.email, owner.password);
  await expect(page).not.toHaveURL(/\/login/);
}

/** Invites somebody through the page and returns the link that the owner is given. */
async function invite(ownersPage: Page, role: "Viewer" | "Editor" | "Owner") {
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

async function acceptInvitation(browser: Browser, link: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(link);
  await page.getByLabel("Password", { exact: true }).fill(chosenPassword);
  await page.getByRole("button", { name: "Save password and sign in" }).click();
  await expect(page).toHaveURL("/");
  return page;
}

function sessionCookie(page: Page) {
  return page
    .context()
    .cookies()
    .then((cookies) =>
      cookies.find((cookie) => cookie.name.endsWith("fastapp-admin.session_token")),
    );
}

/** What the form with this control would send, its hidden fields included. */
function fieldsOf(page: Page, label: string): Promise<Record<string, string>> {
  const form = page.locator("form").filter({ has: page.getByLabel(label, { exact: true }) });
  return form.evaluate((element) => {
    const entries = [...new FormData(element as HTMLFormElement)];
    return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
  });
}

test.describe("signing in", () => {
  test("leads to the page one wanted", async ({ page }) => {
    await page.goto("/account");
    await expect(page).toHaveURL("/login?next=%2Faccount");
    await signIn(page, owner.email.toUpperCase(), owner.password);
    await expect(page).toHaveURL("/account");
    await page.goto("/login?next=/people");
    await expect(page).toHaveURL("/people");
  });

  test("A20: says the same of a wrong password and an unknown email, and keeps the email", async ({
    page,
  }) => {
    await page.goto("/login");
    for (const email of [owner.email, `nobody-${randomUUID()}@example.com`]) {
      await signIn(page, email, "certainly not it");
      await expect(page.getByRole("main").getByRole("alert")).toHaveText(
        "This email and password do not belong together.",
      );
      await expect(page.getByLabel("Email", { exact: true })).toHaveValue(email);
      await expect(page.getByLabel("Password", { exact: true })).toHaveValue("");
      await expect(page.getByLabel("Password", { exact: true })).toBeFocused();
    }
  });

  test("says beside each field what is missing", async ({ page }) => {
    await page.goto("/login");
    await signIn(page, "not an email", "");
    await expect(page.getByText("Enter an email address, like ada@example.com.")).toBeVisible();
    await expect(page.getByText("Enter your password.")).toBeVisible();
    await expect(page.getByLabel("Email", { exact: true })).toBeFocused();
  });

  test("A21: stops guessing, whatever address the guesses claim to come from", async ({ page }) => {
    const email = `guessed-${randomUUID()}@example.com`;
    await page.goto("/login");
    for (let attempt = 1; attempt <= 10; attempt++) {
      await page.setExtraHTTPHeaders({ "x-forwarded-for": `203.0.113.${attempt}` });
      const answered = page.waitForResponse((response) => response.request().method() === "POST");
      await signIn(page, email, `guess number ${attempt}`);
      await answered;
    }
    await signIn(page, email, "guess number 11");
    await expect(
      page.getByText(/^Too many attempts\. Try again in 1[45] minutes\.$/),
    ).toBeVisible();
  });

  test("A19: replaces a planted cookie", async ({ page, baseURL }) => {
    const planted = "planted.c2lnbmF0dXJl";
    await page
      .context()
      .addCookies([{ name: "fastapp-admin.session_token", value: planted, url: baseURL }]);
    await signInAsOwner(page);
    const cookie = await sessionCookie(page);
    expect(cookie?.value).not.toBe(planted);
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax" });
  });

  for (const path of [
    "//evil.example",
    "/\\evil.example",
    "/%09/evil.example",
    "/.//evil.example",
  ]) {
    test(`A22: stays on this site after ?next=${path}`, async ({ page, baseURL }) => {
      await page.goto(`/login?next=${encodeURIComponent(path)}`);
      await signIn(page, owner.email, owner.password);
      await expect(page.getByRole("button", { name: /^Account/ })).toBeVisible();
      expect(page.url()).toBe(new URL("/", baseURL).href);
    });
  }
});

test("A18: signing out ends the session, also for who kept its cookie", async ({ page }) => {
  await signInAsOwner(page);
  const kept = await sessionCookie(page);
  await page.getByRole("button", { name: /^Account/ }).click();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page).toHaveURL("/login");
  expect(await sessionCookie(page)).toBeUndefined();
  if (kept) await page.context().addCookies([kept]);
  await page.goto("/account");
  await expect(page).toHaveURL("/login?next=%2Faccount");
});

test.describe("A01: without a session", () => {
  const pages = [
    "/",
    "/sessions",
    "/sessions/new",
    "/progress",
    "/settings",
    "/history",
    "/migrations",
    "/account",
    "/people",
  ];
  for (const path of pages) {
    test(`${path} asks to sign in`, async ({ page }) => {
      await page.goto(path);
      await expect(page).toHaveURL(
        path === "/" ? "/login" : `/login?next=${encodeURIComponent(path)}`,
      );
      await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
    });
  }

  const disguises = {
    "a plain request": {},
    "a router request": { rsc: "1" },
    "a segment prefetch": {
      rsc: "1",
      "next-router-prefetch": "1",
      "next-router-segment-prefetch": "/_tree",
    },
    "a forged proxy header": { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
    "a forged path": { "x-path": "/people", "x-request-id": "forged" },
  };
  for (const [disguise, headers] of Object.entries(disguises)) {
    test(`${disguise} gets no data`, async ({ page, request }) => {
      await signInAsOwner(page);
      const seen = await page.context().request.get("/people", { headers });
      if (disguise !== "a segment prefetch") expect(await seen.text()).toContain(owner.email);
      const anonymous = await request.get("/people", { headers });
      expect(await anonymous.text()).not.toContain(owner.email);
    });
  }
});

test.describe("A05: a form sent", () => {
  const origins = {
    "without an origin": undefined,
    "with the origin null": "null",
    "from another site": "https://evil.example",
  };

  for (const [how, origin] of Object.entries(origins)) {
    test(`${how} changes nothing`, async ({ page, baseURL }) => {
      await signInAsOwner(page);
      await page.goto("/account");
      const before = await page.getByLabel("Name", { exact: true }).inputValue();
      const fields = await fieldsOf(page, "Name");
      const send = (name: string, headers: Record<string, string>) =>
        page.context().request.post("/account", {
          multipart: { ...fields, name },
          headers,
          maxRedirects: 0,
        });
      await send("Changed from afar", origin === undefined ? {} : { origin });
      await page.reload();
      await expect(page.getByLabel("Name", { exact: true })).toHaveValue(before);
      // The same form from our own page arrives, so it was the origin that kept the other out.
      const own = await send(before, { origin: new URL(baseURL ?? "").origin });
      expect(await own.text()).toContain("Name saved");
    });
  }
});

test("A15: an owner's form sent by somebody else changes nothing", async ({
  page,
  browser,
  request,
  baseURL,
}) => {
  await signInAsOwner(page);
  const { link } = await invite(page, "Viewer");
  const viewers = await acceptInvitation(browser, link);
  const email = `smuggled-${randomUUID()}@example.com`;
  const form = {
    multipart: { ...(await fieldsOf(page, "Name")), name: "Smuggled", email, role: "owner" },
    headers: { origin: new URL(baseURL ?? "").origin },
  };
  const answer = await viewers.context().request.post("/people", form);
  expect(await answer.text()).not.toContain("is invited");
  await request.post("/people", form);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Invite somebody" })).toBeVisible();
  await expect(page.getByText(email)).toHaveCount(0);
  // The same form from the owner arrives, so it was the sender that kept it out.
  expect(await (await page.context().request.post("/people", form)).text()).toContain("is invited");
});

test.describe("people", () => {
  test("are invited, choose a password once, and see what their role allows", async ({
    page,
    browser,
  }) => {
    await signInAsOwner(page);
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
    await signInAsOwner(page);
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
    await signInAsOwner(page);
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
    await signInAsOwner(page);
    const { name, email, link } = await invite(page, "Viewer");
    const old = await acceptInvitation(browser, link);
    await page.reload();
    await page.getByRole("button", { name: `More for ${name}` }).click();
    await page.getByRole("button", { name: "New password link" }).click();
    const reset = await page.getByLabel("One-time link").inputValue();
    const fresh = await (await browser.newContext()).newPage();
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
    await signInAsOwner(page);
    const { email, link } = await invite(page, "Viewer");
    const here = await acceptInvitation(browser, link);
    const elsewhere = await (await browser.newContext()).newPage();
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
    await signInAsOwner(page);
    const { email, link } = await invite(page, "Viewer");
    const here = await acceptInvitation(browser, link);
    const elsewhere = await (await browser.newContext()).newPage();
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

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("one signs in, and hears of a mistake with the email kept", async ({ page }) => {
    await page.goto("/login?next=/account");
    await signIn(page, owner.email, "certainly not it");
    await expect(page.getByText("This email and password do not belong together.")).toBeVisible();
    await expect(page.getByLabel("Email", { exact: true })).toHaveValue(owner.email);
    expect(await page.content()).not.toContain("certainly not it");
    await signIn(page, owner.email, owner.password);
    await expect(page).toHaveURL("/account");
    await page.getByRole("button", { name: /^Account/ }).click();
    await page.getByRole("button", { name: "Sign out", exact: true }).click();
    await expect(page).toHaveURL("/login");
  });
});

test("before scripts have loaded, an owner invites somebody and changes their role", async ({
  page,
}) => {
  await page.route("**/*.js", (route) => route.abort());
  await signInAsOwner(page);
  const { name, link } = await invite(page, "Editor");
  expect(link).toContain("/setup?token=");
  await page.goto("/people");
  await page.getByRole("button", { name: `Role of ${name}: Editor` }).click();
  await page.getByRole("button", { name: /^Viewer/ }).click();
  await expect(page.getByRole("button", { name: `Role of ${name}: Viewer` })).toBeVisible();
});
