// Server: a resource that has a view of settings, and the contract they are held to.
import "server-only";
import { notFound } from "next/navigation";
import { requireResource } from "@/app/(admin)/[resource]/find";
import { declaredView, type SettingsView } from "@/lib/model/view";
import type { Registered } from "@/lib/resources/registry";
import { contractOf } from "@/lib/settings/contracts";
import { settingFacts } from "@/lib/settings/facts";
import type { PlanScope } from "@/lib/settings/plan";

type FoundSettings = { registered: Registered; view: SettingsView; scope: PlanScope };

/** The resource of that segment of a path, or the page that says there is none with settings. */
export async function requireSettings(segment: string): Promise<FoundSettings> {
  const registered = await requireResource(segment);
  const view = declaredView(registered.resource, "settings");
  if (!view) notFound();
  const contract = contractOf(registered.table);
  const factsOf = (key: string) => settingFacts(registered, view, key);
  return { registered, view, scope: { contract, view, factsOf } };
}
