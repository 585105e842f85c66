"use server";
// Server: what the forms behind one-time links do; both end signed in.
import { redirect } from "next/navigation";
import { z } from "zod";
import type { FormState } from "@/components/auth/form-state";
import { openSession } from "@/lib/auth/browser-session";
import { choosePassword } from "@/lib/auth/choose-password";
import { formErrorFrom, parseForm } from "@/lib/auth/form-answer";
import { email, name, newPassword } from "@/lib/auth/person-schema";
import { assertSameOrigin } from "@/lib/auth/same-origin";
import { claimSetup } from "@/lib/auth/setup";

const passwordForm = z.object({ token: z.string(), password: newPassword });
const ownersForm = passwordForm.extend({ name, email });

const spent = "This link no longer works: it has expired, was used, or a newer one replaced it.";

export async function createFirstOwner(_: FormState, form: FormData): Promise<FormState> {
  await assertSameOrigin();
  const values = { name: String(form.get("name") ?? ""), email: String(form.get("email") ?? "") };
  const parsed = parseForm(ownersForm, form);
  if (!parsed.ok) return { fieldErrors: parsed.fieldErrors, values };
  const { token, ...owner } = parsed.data;
  try {
    if (!(await claimSetup(token, owner))) return { formError: spent, values };
  } catch (error) {
    return { formError: formErrorFrom(error), values };
  }
  return enter(owner.email, owner.password);
}

export async function chooseOwnPassword(_: FormState, form: FormData): Promise<FormState> {
  await assertSameOrigin();
  const parsed = parseForm(passwordForm, form);
  if (!parsed.ok) return { fieldErrors: parsed.fieldErrors };
  const { token, password } = parsed.data;
  let person: Awaited<ReturnType<typeof choosePassword>>;
  try {
    person = await choosePassword(token, password);
  } catch (error) {
    return { formError: formErrorFrom(error) };
  }
  return person ? enter(person.email, password) : { formError: spent };
}

/** The password is stored by now: should signing in fail, the sign-in page says why. */
async function enter(email: string, password: string): Promise<never> {
  const isOpen = await openSession(email, password).catch((error) => !formErrorFrom(error));
  redirect(isOpen ? "/" : "/login");
}
