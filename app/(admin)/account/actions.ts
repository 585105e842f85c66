"use server";
// Server: what everyone may change about their own account.
import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { FormState } from "@/components/auth/form-state";
import { requireActionSession } from "@/lib/auth/actor";
import { formErrorFrom, parseForm } from "@/lib/auth/form-answer";
import { changePassword } from "@/lib/auth/passwords";
import { maxPasswordLength, name, newPassword } from "@/lib/auth/person-schema";
import { rename, signOutElsewhere } from "@/lib/auth/profile";

const profileForm = z.object({ name });
const passwordForm = z.object({
  current: z.string().min(1, "Enter your current password.").max(maxPasswordLength, "Too long."),
  next: newPassword,
});

export async function saveProfile(_: FormState, form: FormData): Promise<FormState> {
  const session = await requireActionSession();
  const values = { name: String(form.get("name") ?? "") };
  const parsed = parseForm(profileForm, form);
  if (!parsed.ok) return { fieldErrors: parsed.fieldErrors, values };
  try {
    await rename(session, parsed.data.name);
  } catch (error) {
    return { formError: formErrorFrom(error), values };
  }
  revalidatePath("/", "layout");
  return { done: "Name saved" };
}

export async function savePassword(_: FormState, form: FormData): Promise<FormState> {
  const session = await requireActionSession();
  const parsed = parseForm(passwordForm, form);
  if (!parsed.ok) return { fieldErrors: parsed.fieldErrors };
  try {
    const isRight = await changePassword(session, parsed.data.current, parsed.data.next);
    if (!isRight) return { fieldErrors: { current: "This is not your current password." } };
  } catch (error) {
    return { formError: formErrorFrom(error) };
  }
  revalidatePath("/account");
  return { done: "Password changed. Your other sessions have ended." };
}

export async function endOtherSessions(): Promise<FormState> {
  const session = await requireActionSession();
  try {
    await signOutElsewhere(session);
  } catch (error) {
    return { formError: formErrorFrom(error) };
  }
  revalidatePath("/account");
  return { done: "Signed out everywhere else" };
}
