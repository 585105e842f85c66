// Server: the stored settings of a resource for a file; secrets only where an owner asks, and recorded.
import "server-only";
import type { Actor } from "@/lib/model/actor";
import type { SettingsView } from "@/lib/model/view";
import { revealSecret } from "@/lib/records/reveal";
import type { Registered } from "@/lib/resources/registry";
import { listWholeSettings } from "@/lib/settings/rows";

/** @throws Refused where secrets are asked for by anyone but an owner */
export async function exportedSettings(
  actor: Actor,
  registered: Registered,
  view: SettingsView,
  withSecrets: boolean,
): Promise<Map<string, string>> {
  const values = new Map<string, string>();
  for (const { key, seen, isSecret } of await listWholeSettings(actor, registered, view)) {
    const literal = isSecret
      ? withSecrets && (await revealSecret(actor, registered, seen.id, view.value))
      : seen.value;
    if (typeof literal === "string") values.set(key, literal);
  }
  return values;
}
