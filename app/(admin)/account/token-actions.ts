"use server";
// Server: making and revoking one's own API tokens.
import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { FormState } from "@/components/auth/form-state";
import { requireActionActor } from "@/lib/auth/actor";
import { issueToken, revokeToken } from "@/lib/auth/api-tokens";
import { formErrorFrom, parseForm } from "@/lib/auth/form-answer";
import { name } from "@/lib/auth/person-schema";
import { allResources } from "@/lib/resources/registry";

const newToken = z.object({
  name,
  access: z.enum(["read", "write"], "Choose what the token may do."),
  days: z.enum(["30", "90", "365", "never"], "Choose when the token expires."),
  reach: z.enum(["all", "some"]),
});

export async function makeToken(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActionActor();
  const slugs = form.getAll("resources").map(String);
  const text = (field: string) => String(form.get(field) ?? "");
  const values = {
    name: text("name"),
    access: text("access"),
    days: text("days"),
    reach: text("reach"),
    resources: slugs.join("\n"),
  };
  const parsed = parseForm(newToken, form);
  if (!parsed.ok) return { fieldErrors: parsed.fieldErrors, values };
  const { access, days, reach } = parsed.data;
  try {
    const resources = reach === "all" ? null : await known(slugs);
    if (resources?.length === 0) {
      return { fieldErrors: { resources: "Choose at least one resource." }, values };
    }
    const token = await issueToken(actor, {
      name: parsed.data.name,
      canWrite: access === "write",
      resources,
      lifetime: days === "never" ? null : Number(days),
    });
    revalidatePath("/account");
    return { done: `Token “${parsed.data.name}” is made`, token };
  } catch (error) {
    return { formError: formErrorFrom(error), values };
  }
}

export async function endToken(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActionActor();
  try {
    const revoked = await revokeToken(actor, String(form.get("id")));
    revalidatePath("/account");
    return revoked === undefined
      ? { formError: "This token was revoked before." }
      : { done: `Token “${revoked}” is revoked` };
  } catch (error) {
    return { formError: formErrorFrom(error) };
  }
}

async function known(slugs: string[]): Promise<string[]> {
  const resources = await allResources();
  return resources.map(({ resource }) => resource.slug).filter((slug) => slugs.includes(slug));
}
