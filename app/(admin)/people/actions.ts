"use server";
// Server: inviting people and changing what they may do. The verbs let only owners through.
import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { FormState } from "@/components/auth/form-state";
import { requireActionActor } from "@/lib/auth/actor";
import { formErrorFrom, parseForm } from "@/lib/auth/form-answer";
import { linkPath } from "@/lib/auth/one-time-link";
import { changeRole, invite, issueResetLink, type Obstacle, setDisabled } from "@/lib/auth/people";
import { email, name, role } from "@/lib/auth/person-schema";
import { publicOrigin } from "@/lib/auth/same-origin";
import type { Actor } from "@/lib/model/actor";

const invitation = z.object({ name, email, role });

const change = z.object({
  id: z.string(),
  deed: z.enum(["role", "disable", "enable", "link"]),
  role: role.optional(),
});

const obstacles: Record<Obstacle, string> = {
  missing: "This person no longer exists.",
  "last-owner": "Nobody else could sign in as owner. Make somebody else an owner first.",
  "email-taken": "Somebody has this email already.",
};

export async function invitePerson(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActionActor();
  const values = {
    name: String(form.get("name") ?? ""),
    email: String(form.get("email") ?? ""),
    role: String(form.get("role") ?? ""),
  };
  const parsed = parseForm(invitation, form);
  if (!parsed.ok) return { fieldErrors: parsed.fieldErrors, values };
  try {
    const invited = await invite(actor, parsed.data);
    if (typeof invited === "string") return { fieldErrors: { email: obstacles[invited] }, values };
    revalidatePath("/people");
    return { done: `${parsed.data.name} is invited`, link: await absolute(invited.token) };
  } catch (error) {
    return { formError: formErrorFrom(error), values };
  }
}

export async function changePerson(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActionActor();
  const parsed = parseForm(change, form);
  if (!parsed.ok) return { formError: "The form is not complete. Reload the page." };
  try {
    const state = await carryOut(actor, parsed.data);
    revalidatePath("/people");
    return state;
  } catch (error) {
    return { formError: formErrorFrom(error) };
  }
}

async function carryOut(
  actor: Actor,
  { id, deed, role }: z.infer<typeof change>,
): Promise<FormState> {
  if (deed === "link") {
    const issued = await issueResetLink(actor, id);
    if (typeof issued === "string") return { formError: obstacles[issued] };
    return { done: "New link", link: await absolute(issued.token) };
  }
  const obstacle =
    deed === "role"
      ? await changeRole(actor, id, role ?? "viewer")
      : await setDisabled(actor, id, deed === "disable");
  if (obstacle) return { formError: obstacles[obstacle] };
  return { done: { role: "Role saved", disable: "Disabled", enable: "Enabled" }[deed] };
}

async function absolute(token: string): Promise<string> {
  return new URL(linkPath(token), await publicOrigin()).href;
}
