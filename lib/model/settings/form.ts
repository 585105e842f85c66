// Pure: the one grammar of the form of settings: what its controls are called, and what of it differs from what was seen.
import { withBreaksOf, withLf } from "@/lib/model/line-breaks";
import type { SettingFacts } from "@/lib/model/settings/facts";
import { itemsOf, joinItems } from "@/lib/model/settings/items";
import { type SeenSetting, shownLiteral } from "@/lib/model/settings/row";
import { controlOf, readBoolean, shownText } from "@/lib/model/settings/text";

export const settingNames = {
  text: (key: string) => `text:${key}`,
  /** One for each ticked item of a list. */
  item: (key: string) => `item:${key}`,
  isPublic: (key: string) => `public:${key}`,
  /** Ticked to delete what is stored. */
  reset: (key: string) => `reset:${key}`,
  /** Present where the controls are, since what is not ticked is not sent. */
  shown: (key: string) => `shown:${key}`,
  intent: "intent",
  seen: "seen",
  submission: "submission",
  /** Ticked to open settings to everybody. */
  confirm: "confirm",
};

export type SeenSettings = Record<string, SeenSetting>;

/** What is asked of one setting. */
export type AskedSetting = {
  key: string;
  /** Delete what is stored; nothing else is asked then. */
  resets?: true;
  /** The new literal. */
  value?: string;
  isPublic?: boolean;
};

export function readSettingsForm(
  form: FormData,
  seen: SeenSettings,
  factsOf: (key: string) => SettingFacts,
): AskedSetting[] {
  return Object.entries(seen).flatMap(([key, before]): AskedSetting[] => {
    if (!form.has(settingNames.shown(key))) return [];
    if (form.has(settingNames.reset(key)) && before.id) return [{ key, resets: true }];
    const facts = factsOf(key);
    const value = readValue(form, key, facts, before);
    const isPublic = readPublic(form, key, facts, before);
    if (value === undefined && isPublic === undefined) return [];
    return [
      { key, ...(value !== undefined && { value }), ...(isPublic !== undefined && { isPublic }) },
    ];
  });
}

/** Whether there is a switch for it: also to close what must not be open. */
export function hasPublicSwitch(facts: SettingFacts, before: SeenSetting): boolean {
  return facts.mayBePublic || before.isPublic === "true";
}

function readPublic(
  form: FormData,
  key: string,
  facts: SettingFacts,
  before: SeenSetting,
): boolean | undefined {
  if (!hasPublicSwitch(facts, before)) return undefined;
  const isPublic = form.has(settingNames.isPublic(key));
  return isPublic === (before.isPublic === "true") ? undefined : isPublic;
}

/** `undefined` when the control stands as it was shown. */
function readValue(
  form: FormData,
  key: string,
  facts: SettingFacts,
  before: SeenSetting,
): string | undefined {
  const literal = shownLiteral(facts, before);
  const control = controlOf(facts, literal);
  const given = form.get(settingNames.text(key));
  const text = typeof given === "string" ? withLf(given) : undefined;
  if (control === "secret") return text || undefined;
  if (control === "checks") return readItems(form, key, facts, literal);
  if (control === "switch") {
    const isOn = text !== undefined;
    return isOn === readBoolean(literal) ? undefined : String(isOn);
  }
  if (text === undefined || text === shownText(control, literal)) return undefined;
  if (control !== "lines") return withBreaksOf(literal, text);
  const items = text.split("\n").map((item) => item.trim());
  return joinItems(
    items.filter((item) => item !== ""),
    storedAs(facts, literal),
  );
}

function readItems(
  form: FormData,
  key: string,
  facts: SettingFacts,
  literal: string,
): string | undefined {
  const before = itemsOf(literal) ?? [];
  const ticked = form.getAll(settingNames.item(key)).map(String);
  if (
    before.every((item) => ticked.includes(item)) &&
    ticked.every((item) => before.includes(item))
  ) {
    return undefined;
  }
  // Those that stay keep their order.
  const kept = before.filter((item) => ticked.includes(item));
  const added = ticked.filter((item) => !before.includes(item));
  return joinItems([...kept, ...added], storedAs(facts, literal));
}

/** As it is already, whatever the declaration prefers. */
function storedAs({ storedAs: preferred = "commas" }: SettingFacts, literal: string) {
  if (literal.trim().startsWith("[")) return "json";
  return literal.trim() === "" ? preferred : "commas";
}
