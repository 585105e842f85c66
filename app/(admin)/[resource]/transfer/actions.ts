"use server";
// Server: compares a file of settings with what is stored, and saves what a person chose of it.
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { requireSettings } from "@/app/(admin)/[resource]/find-settings";
import { showSaved } from "@/app/(admin)/[resource]/settings-saved";
import { parseSeen } from "@/app/(admin)/[resource]/settings-seen";
import { submissionIn } from "@/app/(admin)/[resource]/submitted";
import { requireActionActor } from "@/lib/auth/actor";
import { Refused } from "@/lib/errors";
import { type TransferState, transferBytes, transferNames } from "@/lib/model/settings/transfer";
import { compareSettings } from "@/lib/settings/compare";
import { detectFormat, readFile } from "@/lib/settings/formats";
import { planSettings } from "@/lib/settings/plan";
import { listWholeSettings } from "@/lib/settings/rows";
import { saveSettings } from "@/lib/settings/save";

/** Two buttons: `compare` and `save`. */
export async function transferSettings(
  slug: string,
  _before: TransferState,
  form: FormData,
): Promise<TransferState> {
  const actor = await requireActionActor();
  const { registered, view, scope } = await requireSettings(z.string().parse(slug));
  const saves = form.get(transferNames.intent) === "save";
  const text = await textOf(form);
  const state: TransferState = {
    text: text.slice(0, transferBytes),
    submission: randomUUID(),
    seen: {},
    onlyHere: [],
    errors: {},
  };
  if (new Blob([text]).size > transferBytes) {
    return { ...state, text: "", formError: "The file is larger than 1 MB." };
  }
  if (text.trim() === "") return { ...state, formError: "Paste an export, or choose a file." };
  const file = readFile(detectFormat(text), text);
  if (!file.ok) return { ...state, formError: file.problem };
  try {
    const comparison = compareSettings(
      file.values,
      await listWholeSettings(actor, registered, view),
      scope,
    );
    const shown = { ...state, ...comparison };
    if (!saves) return shown;
    const taken = form.getAll(transferNames.take).map(String);
    const asked = taken.flatMap((key) => {
      const value = file.values.get(key);
      return value === undefined ? [] : [{ key, value }];
    });
    if (asked.length === 0) return { ...shown, formError: "Choose what is to be saved." };
    const seen = parseSeen(form.get(transferNames.seen));
    const plan = planSettings(asked, seen, scope);
    if (Object.keys(plan.errors).length > 0) return { ...shown, errors: plan.errors };
    const submission = submissionIn(form, transferNames.submission);
    const result = await saveSettings(actor, registered, view, plan, seen, submission);
    if (!result.ok) return { ...shown, errors: result.errors };
    return showSaved(registered.resource, result);
  } catch (error) {
    if (error instanceof Refused) return { ...state, formError: error.message };
    throw error;
  }
}

async function textOf(form: FormData): Promise<string> {
  const file = form.get(transferNames.file);
  // One byte more tells that it is too large.
  if (file instanceof File && file.size > 0) return file.slice(0, transferBytes + 1).text();
  const text = form.get(transferNames.text);
  return typeof text === "string" ? text.replace(/\r\n/g, "\n") : "";
}
