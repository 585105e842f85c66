// Signing in and out, and what a page or an action answers to everyone who did not.
import { randomUUID } from "node:crypto";
import { type Page, test } from "@playwright/test";
import { expect, fieldsOf, owner, signIn, signInAsOwner } from "./account-steps";

function sessionCookie(page: Page) {
  return page
    .context()
    .cookies()
    .then((cookies) =>
      cookies.find((cookie) => cookie.name.endsWith("fastapp-admin.session_token")),
    );
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
      // Until the answer is shown the form takes no other guess.
      await expect(page.getByRole("button", { name: "Sign in" })).toBeEnabled();
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
