// Server: what is asked of settings → sentences about what is wrong, what there is to look at, and the writes.
import "server-only";
import { environmentValue } from "@/lib/env";
import type { Literals } from "@/lib/model/literal";
import { type Contract, settingOf } from "@/lib/model/settings/contract";
import type { SettingFacts } from "@/lib/model/settings/facts";
import type { AskedSetting, SeenSettings } from "@/lib/model/settings/form";
import type { ReviewedSetting } from "@/lib/model/settings/review";
import { type SeenSetting, shownLiteral } from "@/lib/model/settings/row";
import type { SettingsView } from "@/lib/model/view";
import type { GroupWrite } from "@/lib/records/write-group";
import { mayBePublic, servedValue } from "@/lib/settings/public";

export type SettingsPlan = {
  errors: Record<string, string>;
  review: ReviewedSetting[];
  /** One for each reviewed setting, in the same order. */
  writes: GroupWrite[];
  /** Whether any of it becomes readable for everybody. */
  opens: boolean;
};

export type PlanScope = {
  contract: Contract;
  view: SettingsView;
  factsOf: (key: string) => SettingFacts;
};

/** A longer answer is laid out over several lines. */
const lineLength = 60;

/** Kinds in which white space around a value means nothing. */
const trimmedKinds = new Set([
  "boolean",
  "number",
  "enum",
  "url",
  "email",
  "duration",
  "colour",
  "cron",
]);

export function planSettings(
  asked: AskedSetting[],
  seen: SeenSettings,
  scope: PlanScope,
): SettingsPlan {
  const plan: SettingsPlan = { errors: {}, review: [], writes: [], opens: false };
  for (const given of asked) {
    const { key } = given;
    const facts = scope.factsOf(key);
    const one = tidy(given, facts);
    const problem = problemOf(one, scope.contract);
    if (problem) {
      plan.errors[key] = problem;
      continue;
    }
    const before = seen[key] ?? { isPublic: "false" };
    plan.review.push(reviewed(one, before, facts, scope.contract));
    plan.writes.push(writeOf(one, before, facts, scope.view));
    plan.opens ||= one.isPublic === true;
  }
  return plan;
}

function tidy(asked: AskedSetting, { kind }: SettingFacts): AskedSetting {
  if (asked.value === undefined || !trimmedKinds.has(kind)) return asked;
  return { ...asked, value: asked.value.trim() };
}

function problemOf({ key, value, isPublic }: AskedSetting, contract: Contract): string | undefined {
  const parsed = value === undefined ? undefined : settingOf(contract, key)?.parse(value);
  if (parsed && !parsed.ok) return parsed.problem;
  if (!isPublic || mayBePublic(contract, key)) return undefined;
  return "This cannot be public: it is a secret, or its declaration does not allow it.";
}

function reviewed(
  { key, resets, value, isPublic }: AskedSetting,
  before: SeenSetting,
  facts: SettingFacts,
  contract: Contract,
): ReviewedSetting {
  const isSecret = facts.kind === "secret";
  const willBePublic = !resets && (isPublic ?? before.isPublic === "true");
  const literal = value ?? shownLiteral(facts, before);
  return {
    key,
    label: facts.label,
    isSecret,
    resets: resets === true,
    ...(!isSecret && before.value !== undefined && { before: before.value }),
    ...(!isSecret && value !== undefined && { after: value }),
    ...(resets && facts.default !== undefined && { fallback: facts.default }),
    ...(isPublic !== undefined && { isPublic }),
    ...(willBePublic && mayBePublic(contract, key) && { served: served(contract, key, literal) }),
  };
}

function served(contract: Contract, key: string, literal: string): string {
  const answer = { [key]: servedValue(contract, key, literal, environmentValue) };
  const line = JSON.stringify(answer);
  return line.length <= lineLength ? line : JSON.stringify(answer, null, 2);
}

function writeOf(
  { key, resets, value, isPublic }: AskedSetting,
  before: SeenSetting,
  facts: SettingFacts,
  view: SettingsView,
): GroupWrite {
  const { id, version = "" } = before;
  if (id !== undefined && resets) return { action: "delete", id, version };
  const openness: Literals = isPublic === undefined ? {} : { [view.isPublic]: String(isPublic) };
  if (id === undefined) {
    const described = facts.description ? { [view.description]: facts.description } : {};
    const values = { [view.key]: key, [view.value]: value ?? facts.default ?? "" };
    return { action: "create", values: { ...values, ...described, ...openness } };
  }
  const seen: Literals = {
    ...(value !== undefined && before.value !== undefined && { [view.value]: before.value }),
    ...(isPublic !== undefined && { [view.isPublic]: before.isPublic }),
  };
  const values = { ...(value !== undefined && { [view.value]: value }), ...openness };
  return { action: "update", id, values, seen };
}
