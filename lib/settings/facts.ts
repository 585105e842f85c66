// Pure: the facts of any key: as declared, or of a text that nobody declared.
import type { Literal } from "@/lib/model/literal";
import { fieldOf, isSecretFor } from "@/lib/model/resource";
import { factsOf, settingOf } from "@/lib/model/settings/contract";
import { type SettingFacts, undeclaredGroup } from "@/lib/model/settings/facts";
import type { SettingsView } from "@/lib/model/view";
import type { Registered } from "@/lib/resources/registry";
import { contractOf } from "@/lib/settings/contracts";

/** @param description what the row says of itself, for a key that nobody declared */
export function settingFacts(
  { resource, table }: Registered,
  view: SettingsView,
  key: string,
  description: Literal = null,
): SettingFacts {
  const setting = settingOf(contractOf(table), key);
  if (setting) return factsOf(key, setting);
  const field = fieldOf(resource, view.value);
  const isSecret = field !== undefined && isSecretFor(field, { [view.key]: key });
  return {
    kind: isSecret ? "secret" : "text",
    label: key,
    group: undeclaredGroup,
    mayBePublic: !isSecret,
    ...(description && { description }),
  };
}
