// Pure: the settings that anybody may read, as they are served.
import { isSecretWhen } from "@/lib/model/resource";
import { type Contract, secretKeys, settingOf } from "@/lib/model/settings/contract";
import { effectiveValue } from "@/lib/settings/effective";
import type { StoredValues } from "@/lib/settings/stored";

type Environment = (name: string) => string | undefined;

/** Public are those whose row says so, unless their declaration, or the sound of an undeclared key, is against it. */
export function publicSettings(
  contract: Contract,
  rows: StoredValues,
  environment: Environment,
): Record<string, unknown> {
  const open = [...rows].filter(([key, { isPublic }]) => isPublic && mayBePublic(contract, key));
  const entries = open
    .map(([key, { value }]) => [key, servedValue(contract, key, value, environment)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries);
}

export function mayBePublic(contract: Contract, key: string): boolean {
  const setting = settingOf(contract, key);
  if (setting) return setting.about.public === true && setting.facts.kind !== "secret";
  return !isSecretWhen({ field: "key", ...secretKeys(contract) }, key);
}

/** Undeclared settings are served as the texts they are. */
export function servedValue(
  contract: Contract,
  key: string,
  stored: string,
  environment: Environment,
): unknown {
  const setting = settingOf(contract, key);
  if (!setting) return stored;
  const { env } = setting.about;
  return effectiveValue(setting, { stored, environment: env && environment(env) }).value;
}
