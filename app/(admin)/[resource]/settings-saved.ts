// Server: where a form of settings ends once they are saved: on their page, which says so and can take it back.
import "server-only";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { Resource } from "@/lib/model/resource";
import { viewHref } from "@/lib/model/view";
import type { SavedSettings } from "@/lib/settings/save";

export function showSaved(
  resource: Resource,
  { groupId, changes }: Extract<SavedSettings, { ok: true }>,
): never {
  revalidatePath("/", "layout");
  redirect(viewHref(resource, "settings", { did: changes > 0 ? groupId : "nothing" }));
}
