// What browser tests start from: a signed-in page, other people's browsers, and the database to look behind the scenes.
import { randomUUID } from "node:crypto";
import { type Browser, type BrowserContext, test as base } from "@playwright/test";
import postgres from "postgres";
import { METRICS } from "../scripts/sample/metrics";
import { signedOut } from "./account-steps";
import { AdminPage } from "./admin-page";

type Role = "viewer" | "editor";

type Fixtures = {
  /** Signed in as the owner. */
  admin: AdminPage;
  /** Another person's browser, signed in with that role; `isOwn` for a test that signs them out. */
  colleague: (role: Role, options?: { isOwn?: boolean }) => Promise<AdminPage>;
  /** A session record of the test's own; tells its id. */
  session: { id: string; type: string };
};

type WorkerFixtures = {
  sql: postgres.Sql;
  ownerState: string;
  /** A person of that role, signed in once a worker unless the test wants its own: the state of their browser. */
  stateOf: (role: Role, isOwn: boolean) => Promise<BrowserState>;
};

type BrowserState = Awaited<ReturnType<BrowserContext["storageState"]>>;

const owner = {
  email: process.env.ADMIN_EMAIL ?? "",
  password: process.env.ADMIN_PASSWORD ?? "",
};

export const test = base.extend<Fixtures, WorkerFixtures>({
  sql: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern.
    async ({}, use) => {
      const sql = postgres({
        host: process.env.POSTGRES_HOST,
        port: Number(process.env.POSTGRES_PORT),
        user: process.env.POSTGRES_USER,
        password: process.env.POSTGRES_PASSWORD,
        database: process.env.POSTGRES_DB,
        max: 2,
      });
      await use(sql);
      await sql.end();
    },
    { scope: "worker" },
  ],

  ownerState: [
    async ({ browser }, use, { workerIndex, project }) => {
      const path = `${project.outputDir}/owner-${workerIndex}.json`;
      const context = await signedOutContext(browser);
      await new AdminPage(await context.newPage()).signIn(owner.email, owner.password);
      await context.storageState({ path });
      await context.close();
      await use(path);
    },
    { scope: "worker" },
  ],

  storageState: async ({ ownerState }, use) => use(ownerState),

  admin: async ({ page, javaScriptEnabled }, use) =>
    use(new AdminPage(page, javaScriptEnabled !== false)),

  stateOf: [
    async ({ browser, sql }, use) => {
      const states = new Map<Role, Promise<BrowserState>>();
      const signIn = async (role: Role) => {
        const email = `${role}-${randomUUID()}@example.com`;
        const password = randomUUID();
        await addPerson(sql, email, password, role);
        const context = await signedOutContext(browser);
        await new AdminPage(await context.newPage()).signIn(email, password);
        const state = await context.storageState();
        await context.close();
        return state;
      };
      await use((role, isOwn) => {
        if (isOwn) return signIn(role);
        const state = states.get(role) ?? signIn(role);
        states.set(role, state);
        return state;
      });
    },
    { scope: "worker" },
  ],

  colleague: async ({ browser, stateOf }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (role, { isOwn = false } = {}) => {
      const storageState = await stateOf(role, isOwn);
      const context = await browser.newContext({ baseURL: process.env.BASE_URL, storageState });
      contexts.push(context);
      return new AdminPage(await context.newPage());
    });
    await Promise.all(contexts.map((context) => context.close()));
  },

  session: async ({ sql }, use) => {
    const type = `test ${randomUUID().slice(0, 8)}`;
    const [row] = await sql<{ id: string }[]>`
      insert into ai_coach_some_sessions (user_id, session_type, status, notes, duration)
      values (gen_random_uuid(), ${type}, 'pending', 'as it was', 30) returning id`;
    await use({ id: row?.id ?? "", type });
    await sql`delete from ai_coach_some_sessions where id = ${row?.id ?? ""}`;
  },
});

export { expect } from "@playwright/test";

/** The entries of the sample, as a filter of progress: tests that measure something name it otherwise. */
export const sampled = `in(metricType,${Object.keys(METRICS).join()})`;

function signedOutContext(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ baseURL: process.env.BASE_URL, storageState: signedOut });
}

async function addPerson(sql: postgres.Sql, email: string, password: string, role: Role) {
  const { hashPassword } = await import("better-auth/crypto");
  const id = randomUUID();
  const name = `Test ${role}`;
  await sql`insert into admin_users (id, name, email, role) values (${id}, ${name}, ${email}, ${role})`;
  await sql`
    insert into admin_accounts (id, account_id, provider_id, user_id, password)
    values (${randomUUID()}, ${id}, 'credential', ${id}, ${await hashPassword(password)})`;
}
