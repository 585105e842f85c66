import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { closePool } from "@/lib/db/client";
import { Refused } from "@/lib/errors";
import type { AskedSetting, SeenSettings } from "@/lib/model/settings/form";
import { seenOf } from "@/lib/model/settings/row";
import { declaredView, type SettingsView } from "@/lib/model/view";
import { revertGroup } from "@/lib/records/revert";
import { testActor } from "@/lib/records/testing/actors";
import { run } from "@/lib/records/testing/tables";
import { findResource, type Registered } from "@/lib/resources/registry";
import { compareSettings } from "@/lib/settings/compare";
import { contractOf } from "@/lib/settings/contracts";
import { exportedSettings } from "@/lib/settings/export";
import { settingFacts } from "@/lib/settings/facts";
import { planSettings } from "@/lib/settings/plan";
import { listSettings, listWholeSettings } from "@/lib/settings/rows";
import { saveSettings } from "@/lib/settings/save";

afterAll(() => closePool());

const editor = testActor("editor");
const owner = testActor("owner");

beforeEach(async () => {
  await run("delete from ai_coach_app_settings");
  await run(`insert into ai_coach_app_settings (key, value, is_public) values
    ('coaching.max_minutes', '60', false), ('app.name', 'North', true), ('app.languages', 'en,xx', false),
    ('app.maintenance', 'maybe', false), ('made.up', '42', false), ('mail.password', 's3cr3t', false)`);
});

async function scene(): Promise<{
  registered: Registered;
  view: SettingsView;
  scope: Parameters<typeof planSettings>[2];
}> {
  const registered = await findResource("settings");
  const view = registered && declaredView(registered.resource, "settings");
  if (!view) throw new Error("There is no view of settings.");
  const factsOf = (key: string) => settingFacts(registered, view, key);
  return { registered, view, scope: { contract: contractOf(registered.table), view, factsOf } };
}

async function seenNow(): Promise<SeenSettings> {
  const { registered, view } = await scene();
  const { rows } = await listSettings(owner, registered, view);
  return Object.fromEntries(rows.map((row) => [row.key, seenOf(row)]));
}

async function save(asked: AskedSetting[], seen: SeenSettings, actor = editor) {
  const { registered, view, scope } = await scene();
  const plan = planSettings(asked, seen, scope);
  expect(plan.errors).toEqual({});
  return saveSettings(actor, registered, view, plan, seen, undefined);
}

const stored = async () =>
  Object.fromEntries(
    (await run("select key, value from ai_coach_app_settings")).map(({ key, value }) => [
      key,
      value,
    ]),
  );

describe("the page of settings", () => {
  it("says of each what counts and why, and shows no secret", async () => {
    const { registered, view } = await scene();
    const { rows } = await listSettings(testActor("viewer"), registered, view);
    const of = (key: string) => rows.find((row) => row.key === key);
    expect(of("coaching.max_minutes")).toMatchObject({
      effective: "stored",
      stored: { value: "60" },
    });
    expect(of("coaching.default_minutes")).toMatchObject({ effective: "default" });
    expect(of("app.maintenance")).toMatchObject({
      effective: "default",
      stored: { value: "maybe", problem: "Enter true or false." },
    });
    expect(of("made.up")).toMatchObject({ isDeclared: false, facts: { group: "Not declared" } });
    expect(of("mail.password")).toMatchObject({ facts: { kind: "secret", mayBePublic: false } });
    expect(JSON.stringify(rows)).not.toContain("s3cr3t");
  });
});

describe("several changes", () => {
  it("are one group in the history, and one undo takes them back", async () => {
    const before = await stored();
    const result = await save(
      [
        { key: "coaching.max_minutes", value: "75" },
        { key: "coaching.default_minutes", value: "40" },
        { key: "app.name", resets: true },
        { key: "made.up", value: "43", isPublic: true },
        { key: "mail.password", value: "new" },
      ],
      await seenNow(),
    );
    if (!result.ok) throw new Error(JSON.stringify(result));
    expect(result.changes).toBe(5);
    const after = await stored();
    expect(after).toMatchObject({
      "coaching.max_minutes": "75",
      "coaching.default_minutes": "40",
      "made.up": "43",
      "mail.password": "new",
    });
    expect(after).not.toHaveProperty(["app.name"]);
    const entries = await run(
      `select action from admin_changes where group_id = '${result.groupId}' order by action`,
    );
    expect(entries.map(({ action }) => action)).toEqual([
      "create",
      "delete",
      "update",
      "update",
      "update",
    ]);
    const { registered, view } = await scene();
    const { rows } = await listSettings(editor, registered, view);
    expect(rows.find(({ key }) => key === "made.up")?.stored?.changed?.by).toBe("The editor");
    expect(await revertGroup(editor, result.groupId)).toMatchObject({ ok: true });
    expect(await stored()).toEqual(before);
  });

  it("are all kept back when one was changed meanwhile, with what stands there now", async () => {
    const seen = await seenNow();
    await run("update ai_coach_app_settings set value = '61' where key = 'coaching.max_minutes'");
    await run("delete from ai_coach_app_settings where key = 'made.up'");
    await run(
      "insert into ai_coach_app_settings (key, value) values ('coaching.default_minutes', '51')",
    );
    const asked = [
      { key: "coaching.max_minutes", value: "75" },
      { key: "made.up", value: "43" },
      { key: "coaching.default_minutes", value: "40" },
      { key: "app.name", value: "South" },
    ];
    const refused = await save(asked, seen);
    if (refused.ok) throw new Error("It was saved.");
    expect(Object.keys(refused.errors).sort()).toEqual([
      "coaching.default_minutes",
      "coaching.max_minutes",
      "made.up",
    ]);
    expect(refused.theirs).toEqual({
      "coaching.max_minutes": "61",
      "coaching.default_minutes": "51",
      "made.up": null,
    });
    expect(await stored()).toMatchObject({ "app.name": "North", "coaching.max_minutes": "61" });
    // Who has seen them now may go on.
    expect(await save(asked, { ...seen, ...refused.seen })).toMatchObject({ ok: true, changes: 4 });
    expect(await stored()).toMatchObject({ "made.up": "43", "coaching.max_minutes": "75" });
  });

  it("are refused to those who may only read", async () => {
    const seen = await seenNow();
    const asked = [{ key: "app.name", value: "South" }];
    await expect(save(asked, seen, testActor("viewer"))).rejects.toThrow(Refused);
    expect(await stored()).toMatchObject({ "app.name": "North" });
  });
});

describe("a plan", () => {
  it("has a sentence beside each that is wrong", async () => {
    const { scope } = await scene();
    const { errors, writes } = planSettings(
      [
        { key: "coaching.max_minutes", value: "4" },
        { key: "support.webhook_secret", isPublic: true },
        { key: "coaching.hourly_rate", isPublic: true },
        { key: "mail.password", isPublic: true },
      ],
      await seenNow(),
      scope,
    );
    expect(errors["coaching.max_minutes"]).toBe("Enter 5 to 480 minutes.");
    expect(Object.keys(errors)).toHaveLength(4);
    expect(writes).toEqual([]);
  });

  it("shows exactly what will be served", async () => {
    const { scope } = await scene();
    const { review, opens } = planSettings(
      [{ key: "coaching.max_minutes", value: " 075 ", isPublic: true }],
      await seenNow(),
      scope,
    );
    expect(opens).toBe(true);
    expect(review[0]).toMatchObject({
      before: "60",
      after: "075",
      served: '{"coaching.max_minutes":75}',
    });
  });
});

describe("an export", () => {
  it("has secrets for owners alone, and the reading is in the history", async () => {
    const { registered, view } = await scene();
    const plain = await exportedSettings(editor, registered, view, false);
    expect(plain.has("mail.password")).toBe(false);
    expect(plain.get("app.languages")).toBe("en,xx");
    await expect(exportedSettings(editor, registered, view, true)).rejects.toThrow(Refused);
    const whole = await exportedSettings(owner, registered, view, true);
    expect(whole.get("mail.password")).toBe("s3cr3t");
    const [entry] = await run(
      "select action, record_title from admin_changes order by id desc limit 1",
    );
    expect(entry).toEqual({ action: "reveal", record_title: "mail.password" });
  });

  it("is compared with what is stored, secrets untold", async () => {
    const { registered, view, scope } = await scene();
    const values = new Map([
      ["coaching.max_minutes", "75"],
      ["app.name", "North"],
      ["app.accent_color", "#fff"],
      ["coaching.default_minutes", "never"],
      ["un.known", "1"],
      ["mail.password", "s3cr3t"],
    ]);
    const { compared, onlyHere } = compareSettings(
      values,
      await listWholeSettings(editor, registered, view),
      scope,
    );
    expect(compared.map(({ key, status }) => [key, status])).toEqual([
      ["coaching.max_minutes", "changed"],
      ["app.name", "unchanged"],
      ["app.accent_color", "new"],
      ["coaching.default_minutes", "invalid"],
      ["un.known", "new"],
      ["mail.password", "secret"],
    ]);
    expect(JSON.stringify(compared)).not.toContain("s3cr3t");
    expect(onlyHere.sort()).toEqual(["app.languages", "app.maintenance", "made.up"]);
  });
});
