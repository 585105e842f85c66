"use server";
// Server: what a person can do to settings from their page. Each action resolves its actor; each verb checks the policy.
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { requireSettings } from "@/app/(admin)/[resource]/find-settings";
import { showSaved } from "@/app/(admin)/[resource]/settings-saved";
import { parseSeen } from "@/app/(admin)/[resource]/settings-seen";
import { submissionIn } from "@/app/(admin)/[resource]/submitted";
import { requireActionActor } from "@/lib/auth/actor";
import { Refused } from "@/lib/errors";
import type { Actor } from "@/lib/model/actor";
import { readSettingsForm, settingNames } from "@/lib/model/settings/form";
import type { SettingsFormState } from "@/lib/model/settings/review";
import { revealSecret } from "@/lib/records/reveal";
import { planSettings } from "@/lib/settings/plan";
import { saveSettings } from "@/lib/settings/save";

type Asked = Awaited<ReturnType<typeof requireSettings>> & { actor: Actor; form: FormData };

/** One form, several buttons: `review`, `save`, and `reveal:<key>`. */
export async function changeSettings(
  slug: string,
  before: SettingsFormState,
  form: FormData,
): Promise<SettingsFormState> {
  const actor = await requireActionActor();
  const settings = await requireSettings(z.string().parse(slug));
  const seen = parseSeen(form.get(settingNames.seen));
  const state: SettingsFormState = {
    seen,
    entries: entriesOf(form),
    submission: randomUUID(),
    errors: {},
    theirs: {},
    revealed: z.record(z.string(), z.string()).catch({}).parse(before.revealed),
  };
  const intent = String(form.get(settingNames.intent));
  try {
    if (intent.startsWith("reveal:")) {
      return await revealed({ ...settings, actor, form }, state, intent.slice(7));
    }
    return await planned({ ...settings, actor, form }, state, intent === "save");
  } catch (error) {
    if (error instanceof Refused) return { ...state, formError: error.message };
    throw error;
  }
}

async function planned(
  { actor, registered, view, scope, form }: Asked,
  state: SettingsFormState,
  saves: boolean,
): Promise<SettingsFormState> {
  const { seen } = state;
  const plan = planSettings(readSettingsForm(form, seen, scope.factsOf), seen, scope);
  const { errors, review } = plan;
  if (Object.keys(errors).length > 0) return { ...state, errors };
  if (review.length === 0) return { ...state, formError: "Nothing differs from what is stored." };
  if (!saves) return { ...state, review };
  if (plan.opens && !form.has(settingNames.confirm)) {
    return { ...state, review, formError: "Confirm that everybody may read what you open." };
  }
  const submission = submissionIn(form, settingNames.submission);
  const result = await saveSettings(actor, registered, view, plan, seen, submission);
  if (!result.ok) {
    const { theirs } = result;
    return { ...state, errors: result.errors, theirs, seen: { ...seen, ...result.seen } };
  }
  return showSaved(registered.resource, result);
}

async function revealed(
  { actor, registered, view }: Asked,
  state: SettingsFormState,
  key: string,
): Promise<SettingsFormState> {
  const id = state.seen[key]?.id;
  const literal =
    id === undefined ? undefined : await revealSecret(actor, registered, id, view.value);
  if (typeof literal !== "string") {
    return {
      ...state,
      errors: { [key]: "There is nothing stored any more. Open the page again." },
    };
  }
  return { ...state, revealed: { ...state.revealed, [key]: literal } };
}

/** What the page itself put there need not come back. */
function entriesOf(form: FormData): Record<string, string[]> {
  const names = [...new Set(form.keys())].filter((name) => /^(text|item|public|reset):/.test(name));
  return Object.fromEntries(names.map((name) => [name, form.getAll(name).map(String)]));
}
