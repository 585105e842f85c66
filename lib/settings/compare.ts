// Server: what a file of settings would change.
import "server-only";
import type { SeenSettings } from "@/lib/model/settings/form";
import type { ComparedSetting } from "@/lib/model/settings/transfer";
import { type PlanScope, planSettings } from "@/lib/settings/plan";
import type { WholeSetting } from "@/lib/settings/rows";

export type Comparison = {
  compared: ComparedSetting[];
  seen: SeenSettings;
  onlyHere: string[];
};

/** In the order of the file. */
export function compareSettings(
  values: ReadonlyMap<string, string>,
  stored: WholeSetting[],
  scope: PlanScope,
): Comparison {
  const here = new Map(stored.map((setting) => [setting.key, setting.seen]));
  const seen: SeenSettings = Object.fromEntries(
    [...values.keys()].map((key) => [key, here.get(key) ?? { isPublic: "false" }]),
  );
  return {
    compared: [...values].map(([key, value]) => compare(key, value, seen, scope)),
    seen,
    onlyHere: stored.map(({ key }) => key).filter((key) => !values.has(key)),
  };
}

function compare(
  key: string,
  value: string,
  seen: SeenSettings,
  scope: PlanScope,
): ComparedSetting {
  const facts = scope.factsOf(key);
  const base = { key, label: facts.label, isDeclared: Object.hasOwn(scope.contract, key) };
  const { errors, review } = planSettings([{ key, value }], seen, scope);
  const before = seen[key]?.value;
  if (facts.kind === "secret") return { ...base, status: "secret" };
  const both = { ...base, after: value, ...(before !== undefined && { before }) };
  if (before === value) return { ...both, status: "unchanged" };
  const problem = errors[key];
  if (problem) return { ...both, status: "invalid", problem };
  const served = review[0]?.served;
  const status = seen[key]?.id === undefined ? "new" : "changed";
  return { ...both, status, ...(served && { served }) };
}
