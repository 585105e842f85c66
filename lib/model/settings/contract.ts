// Pure: the contract of an app's settings: each key with its type, checked when it is defined.

import { treacherousKeys } from "@/lib/model/json-members";
import { type SettingFacts, undeclaredGroup } from "@/lib/model/settings/facts";
import type { Setting } from "@/lib/model/settings/setting";

export type Contract = Record<string, Setting>;

export type ValueOf<S> = S extends Setting<infer T> ? T : never;

/** @throws Error that names the key, where a declaration contradicts itself */
export function defineSettings<C extends Contract>(contract: C): C {
  for (const [key, setting] of Object.entries(contract)) {
    if (treacherousKeys.has(key)) throw new Error(`A setting cannot have the key ${key}.`);
    const parsed = setting.parse(setting.format(setting.default));
    if (!parsed.ok && setting.default !== null) {
      throw new Error(`The default of the setting ${key} is refused. ${parsed.problem}`);
    }
    if (setting.about.group === undeclaredGroup) {
      throw new Error(`The setting ${key} is in the group of those that nobody declared.`);
    }
  }
  return contract;
}

export function settingOf(contract: Contract, key: string): Setting | undefined {
  return Object.hasOwn(contract, key) ? contract[key] : undefined;
}

export function factsOf(
  key: string,
  { about, facts, default: value, format }: Setting,
): SettingFacts {
  const [first = key] = key.split(/[./]/);
  const last = key.split(/[./]/).at(-1) ?? key;
  return {
    ...facts,
    label: about.label ?? inWords(last),
    group: about.group ?? inWords(first),
    mayBePublic: about.public === true && facts.kind !== "secret",
    ...(about.description && { description: about.description }),
    ...(about.env && { env: about.env }),
    ...(facts.kind !== "secret" && { default: format(value) }),
  };
}

/** The keys whose values are secret, and those that only sound so. */
export function secretKeys(contract: Contract): { is: string[]; isNot: string[] } {
  const keys = Object.keys(contract);
  const isSecret = (key: string) => contract[key]?.facts.kind === "secret";
  return { is: keys.filter(isSecret), isNot: keys.filter((key) => !isSecret(key)) };
}

/** `max_minutes` → `Max minutes` */
function inWords(part: string): string {
  const words = part
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/[_-]+/g, " ")
    .toLowerCase()
    .replace(/\b(api|url|id|ip|json|smtp|ui)\b/g, (word) => word.toUpperCase());
  return words.charAt(0).toUpperCase() + words.slice(1);
}
