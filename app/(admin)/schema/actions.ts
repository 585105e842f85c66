"use server";
// Server: accepting findings and taking that back. The verbs let only editors and owners through.
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { FormState } from "@/components/auth/form-state";
import { advise } from "@/lib/advisor/advise";
import { acceptFindings, withdrawAcceptance } from "@/lib/advisor/decisions";
import { requireActionActor } from "@/lib/auth/actor";
import { formErrorFrom, parseForm } from "@/lib/auth/form-answer";
import { adviceHref } from "@/lib/model/advice-filter";

const acceptance = z.object({
  rule: z.string(),
  reason: z.string().trim().min(1, "Say why it may stay.").max(500, "Use up to 500 characters."),
});

const withdrawal = z.object({ rule: z.string(), object: z.string() });

const gone = "This was mended or decided on meanwhile. Go back to the findings.";

export async function accept(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActionActor();
  const values = { reason: String(form.get("reason") ?? "") };
  const parsed = parseForm(acceptance, form);
  if (!parsed.ok) return { fieldErrors: parsed.fieldErrors, values };
  const objects = form.getAll("object");
  let back: string;
  try {
    const { findings } = await advise();
    const named = findings.filter(
      ({ rule, object }) => rule === parsed.data.rule && objects.includes(object),
    );
    const [first] = named;
    if (!first) return { formError: gone, values };
    await acceptFindings(actor, named, parsed.data.reason);
    back = adviceHref({ prefix: first.prefix });
  } catch (error) {
    return { formError: formErrorFrom(error), values };
  }
  revalidatePath("/schema");
  redirect(`${back}#accepted`);
}

export async function withdraw(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActionActor();
  const parsed = parseForm(withdrawal, form);
  if (!parsed.ok) return { formError: "The form is not complete. Reload the page." };
  try {
    await withdrawAcceptance(actor, parsed.data);
  } catch (error) {
    return { formError: formErrorFrom(error) };
  }
  revalidatePath("/schema");
  return { done: "Withdrawn" };
}
