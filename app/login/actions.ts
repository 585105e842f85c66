"use server";
// Server: signing in and out.
import { redirect } from "next/navigation";
import { z } from "zod";
import type { FormState } from "@/components/auth/form-state";
import { closeSession, openSession } from "@/lib/auth/browser-session";
import { formErrorFrom, parseForm } from "@/lib/auth/form-answer";
import { email, maxPasswordLength } from "@/lib/auth/person-schema";
import { returnPath } from "@/lib/auth/return-path";
import { assertSameOrigin } from "@/lib/auth/same-origin";

const credentials = z.object({
  email,
  password: z
    .string()
    .min(1, "Enter your password.")
    .max(maxPasswordLength, `Passwords have at most ${maxPasswordLength} characters.`),
});

export async function signIn(_: FormState, form: FormData): Promise<FormState> {
  await assertSameOrigin();
  const values = { email: String(form.get("email") ?? "") };
  const parsed = parseForm(credentials, form);
  if (!parsed.ok) return { fieldErrors: parsed.fieldErrors, values };
  try {
    const isOpen = await openSession(parsed.data.email, parsed.data.password);
    if (!isOpen) return { formError: "This email and password do not belong together.", values };
  } catch (error) {
    return { formError: formErrorFrom(error), values };
  }
  redirect(returnPath(form.get("next")));
}

export async function signOut(): Promise<void> {
  await assertSameOrigin();
  await closeSession();
  redirect("/login");
}
