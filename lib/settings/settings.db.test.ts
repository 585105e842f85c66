import { afterAll, beforeEach, describe, expect, expectTypeOf, it } from "vitest";
import { closePool } from "@/lib/db/client";
import { createListener, type Listener } from "@/lib/db/listener";
import { type OtherConnection, withOtherConnection } from "@/lib/db/testing/other-connection";
import { env } from "@/lib/env";
import { run } from "@/lib/records/testing/tables";
import { closeSettings, readPublicSettings, settings } from "@/lib/settings/settings";
import { createStoredRows } from "@/lib/settings/stored";

afterAll(async () => {
  closeSettings();
  await closePool();
});

const table = "ai_coach_app_settings";

async function store(other: OtherConnection, key: string, value: string, isPublic = false) {
  await other`insert into ai_coach_app_settings (key, value, is_public)
    values (${key}, ${value}, ${isPublic})
    on conflict (key) do update set value = excluded.value, is_public = excluded.is_public`;
}

/** Asks until `wanted` is the answer; the test's own time limit ends it. */
async function until<T>(ask: () => Promise<T>, wanted: T): Promise<void> {
  while ((await ask()) !== wanted) await new Promise((resolve) => setTimeout(resolve, 20));
}

const minutes = () => settings.get("coaching.max_minutes");

/** The backend on which the app listens; asking for a setting makes it listen. */
async function listeningPid(other: OtherConnection): Promise<number | undefined> {
  await minutes();
  const [backend] = await other<{ pid: number }[]>`
    select pid from pg_stat_activity
    where datname = current_database() and query like 'listen%' and pid <> pg_backend_pid()`;
  return backend?.pid;
}

beforeEach(async () => {
  closeSettings();
  await run(`delete from ${table}`);
});

describe("a setting", () => {
  it("has its declared type, and its default until it is stored", async () => {
    expectTypeOf(minutes).returns.resolves.toBeNumber();
    expectTypeOf(() => settings.get("coaching.assignment")).returns.resolves.toEqualTypeOf<
      "round_robin" | "least_busy" | "manual"
    >();
    expect(await minutes()).toBe(90);
    await withOtherConnection(async (other) => {
      await store(other, "coaching.max_minutes", "45");
      await store(other, "app.languages", "en,de");
      await store(other, "reminders.lead_time", "PT2H");
      await store(other, "coaching.working_hours", '{"sat": null}');
    });
    closeSettings();
    const all = await settings.all();
    expect(all["coaching.max_minutes"]).toBe(45);
    expect(all["app.languages"]).toEqual(["en", "de"]);
    expect(all["reminders.lead_time"]).toBe(7_200_000);
    expect(all["coaching.working_hours"]).toEqual({ sat: null });
    expect(all["support.webhook_secret"]).toBeNull();
    // @ts-expect-error: nobody declared it
    await expect(settings.get("coaching.nothing")).rejects.toThrow("coaching.nothing");
  });

  it("that is stored wrongly counts as not stored", async () => {
    await withOtherConnection((other) => store(other, "coaching.max_minutes", "soon"));
    expect(await minutes()).toBe(90);
  });

  it("follows the environment first, unless that is refused", async () => {
    await withOtherConnection((other) => store(other, "coaching.max_minutes", "45"));
    process.env.COACHING_MAX_MINUTES = "30";
    expect(await minutes()).toBe(30);
    process.env.COACHING_MAX_MINUTES = "half an hour";
    expect(await minutes()).toBe(45);
    delete process.env.COACHING_MAX_MINUTES;
  });
});

describe("a change from elsewhere", () => {
  it("is heard of, without asking again", async () => {
    let loads = 0;
    let listener: Listener | undefined;
    const rows = createStoredRows({
      async load() {
        loads++;
        return new Map([["n", { value: String(loads), isPublic: false }]]);
      },
      listen(onWord) {
        listener = createListener({ credentials: env().database, table, onWord });
        return listener;
      },
      onStale: () => {},
    });
    const heard = async () => {
      await rows.current();
      return listener?.isHeard();
    };
    await until(heard, true);
    await rows.current();
    const before = loads;
    for (let i = 0; i < 100; i++) await rows.current();
    expect(loads).toBe(before);
    await withOtherConnection((other) => store(other, "coaching.max_minutes", "46"));
    await until(async () => (await rows.current()).get("n")?.value, String(before + 1));
    rows.close();
  });

  it("is heard of after the listening connection was cut", async () => {
    await withOtherConnection(async (other) => {
      await until(async () => (await listeningPid(other)) !== undefined, true);
      const first = await listeningPid(other);
      await other`select pg_terminate_backend(${first ?? 0})`;
      await store(other, "coaching.max_minutes", "47");
      await until(minutes, 47);
      await until(async () => ![undefined, first].includes(await listeningPid(other)), true);
      await store(other, "coaching.max_minutes", "48");
      await until(minutes, 48);
    });
  });

  it("is seen where nothing tells of it", async () => {
    await withOtherConnection(async (other) => {
      await other.unsafe(`alter table ${table} disable trigger user`);
      expect(await minutes()).toBe(90);
      await store(other, "coaching.max_minutes", "49");
      await until(minutes, 49);
      await store(other, "coaching.max_minutes", "50");
      await until(minutes, 50);
      await other.unsafe(`alter table ${table} enable trigger user`);
    });
  });
});

describe("what anybody may read", () => {
  it("is what row and declaration both open, with its type", async () => {
    await withOtherConnection(async (other) => {
      await store(other, "coaching.max_minutes", "45", true);
      await store(other, "coaching.default_minutes", "55", false);
      await store(other, "coaching.hourly_rate", "100.00", true);
      await store(other, "support.webhook_secret", "s3cr3t", true);
      await store(other, "mail.password", "s3cr3t", true);
      await store(other, "made.up", "42", true);
      await store(other, "app.languages", "en,de", true);
      await store(other, "coaching.cancellation_hours", "soon", true);
    });
    expect(await readPublicSettings()).toEqual({
      "app.languages": ["en", "de"],
      "coaching.cancellation_hours": 24,
      "coaching.max_minutes": 45,
      "made.up": "42",
    });
  });
});
