// Values that are secret in some records only: a settings row by its key.
import { beforeAll, describe, expect, it } from "vitest";
import { appSettings } from "@/lib/db/schema";
import { Refused } from "@/lib/errors";
import { listChanges } from "@/lib/history/list-changes";
import { deriveResource } from "@/lib/model/define-resource";
import { parseListParams } from "@/lib/model/list-params";
import { cellText } from "@/lib/model/page";
import { createRecord } from "@/lib/records/create";
import { getRecord } from "@/lib/records/get";
import { listRecords } from "@/lib/records/list";
import { revealSecret } from "@/lib/records/reveal";
import { revertChange } from "@/lib/records/revert";
import { testActor } from "@/lib/records/testing/actors";
import { run, succeeded } from "@/lib/records/testing/tables";
import { updateRecord } from "@/lib/records/update";

const [viewer, editor, owner] = [testActor("viewer"), testActor("editor"), testActor("owner")];
const secret = "s3cret-canary";

const registered = {
  table: appSettings,
  resource: deriveResource(
    appSettings,
    { prefix: "ai_coach_" },
    {
      slug: "settings",
      title: "key",
      list: { columns: ["key", "value"], sort: "key" },
      fields: {
        value: {
          secretWhen: { field: "key", is: ["mail.account"], isNot: ["limits.max_token"] },
        },
      },
    },
  ),
};

const ids: Record<string, string> = {};

beforeAll(async () => {
  for (const key of ["mail.account", "stripe.apiKey", "limits.max_token", "app.name"]) {
    const made = succeeded(await createRecord(editor, registered, { key, value: secret }));
    ids[key] = made.id;
  }
});

const id = (key: string) => ids[key] ?? "";

async function literal(key: string): Promise<unknown> {
  const rows = await run(`select value from ai_coach_app_settings where key = '${key}'`);
  return rows[0]?.value;
}

describe("A17: a value that is secret by the record's title", () => {
  it("is masked in lists, by name and by sound, and nowhere else", async () => {
    const { query } = parseListParams(registered.resource, {});
    const page = await listRecords(owner, registered, query);
    const shown = page.rows.map((cells) => cells.slice(0, 2).map((cell) => cellText(cell)));
    expect(Object.fromEntries(shown)).toEqual({
      "mail.account": "••••••••",
      "stripe.apiKey": "••••••••",
      "limits.max_token": secret,
      "app.name": secret,
    });
  });

  it("is masked in its record, also for owners", async () => {
    const hidden = await getRecord(owner, registered, id("mail.account"));
    expect(hidden?.literals.value).toBe("••••••••");
    const open = await getRecord(viewer, registered, id("app.name"));
    expect(open?.literals.value).toBe(secret);
  });

  it("gives no order away", () => {
    const { query, notices } = parseListParams(registered.resource, { sort: "value" });
    expect(query.sort).toEqual([{ field: "key", descending: false }]);
    expect(notices).toHaveLength(1);
  });

  it("is written blind, and not as its mask", async () => {
    const replaced = await updateRecord(editor, registered, id("mail.account"), {
      values: { value: "new-canary" },
      seen: {},
    });
    expect(replaced.ok).toBe(true);
    expect(await literal("mail.account")).toBe("new-canary");
    const masked = await updateRecord(editor, registered, id("mail.account"), {
      values: { value: "••••••••" },
      seen: {},
    });
    expect(masked).toMatchObject({ ok: false, fieldErrors: { value: expect.any(String) } });
    const unseen = await updateRecord(editor, registered, id("app.name"), {
      values: { value: "x" },
      seen: {},
    });
    expect(unseen).toMatchObject({ ok: false, fieldErrors: { value: expect.any(String) } });
  });

  it("stays secret when its record is renamed", async () => {
    const rename = { values: { key: "plain" }, seen: { key: "stripe.apiKey" } };
    expect(await updateRecord(editor, registered, id("stripe.apiKey"), rename)).toMatchObject({
      ok: false,
      fieldErrors: { key: expect.stringContaining("Replace the secret too") },
    });
    const both = { values: { key: "plain", value: "open" }, seen: rename.seen };
    expect(await updateRecord(editor, registered, id("stripe.apiKey"), both)).toMatchObject({
      ok: true,
    });
  });

  it("is masked in the history, before and after, and under its earlier name", async () => {
    const { changes } = await listChanges(owner, {});
    const values = changes
      .filter(({ title }) => title === "stripe.apiKey" || title === "plain")
      .flatMap(({ fields }) => fields.filter(({ name }) => name === "value"));
    expect(values.length).toBe(2);
    expect(JSON.stringify(values)).not.toContain("canary");
  });
});

describe("reading a secret", () => {
  it("is for owners, and leaves a line in the history that nothing undoes", async () => {
    const key = id("mail.account");
    await expect(revealSecret(editor, registered, key, "value")).rejects.toThrow(Refused);
    const before = await listChanges(owner, {});
    expect(await revealSecret(owner, registered, key, "value")).toBe("new-canary");
    const after = await listChanges(owner, {});
    expect(after.changes).toHaveLength(before.changes.length + 1);
    const [line] = after.changes;
    expect(line).toMatchObject({ action: "reveal", title: "mail.account", canUndo: false });
    expect(JSON.stringify(line)).not.toContain("canary");
    expect(await revertChange(owner, line?.id ?? "")).toMatchObject({ ok: false });
  });

  it("tells nothing of a record that is not there", async () => {
    const nobody = "00000000-0000-4000-8000-000000000000";
    expect(await revealSecret(owner, registered, nobody, "value")).toBeUndefined();
  });
});
