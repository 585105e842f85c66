// Pure: which control a setting is edited with, and its literal as that control shows it.
import { withLf } from "@/lib/model/line-breaks";
import type { SettingFacts } from "@/lib/model/settings/facts";
import { itemsOf } from "@/lib/model/settings/items";

/**
 * `switch` and `checks` are ticked, `lines` holds an item a line; all others hold the literal itself. What a kind's own
 * control could not show as it is stored falls back to one that can.
 */
export type SettingControl =
  | "switch"
  | "select"
  | "checks"
  | "lines"
  | "line"
  | "number"
  | "colour"
  | "cron"
  | "area"
  | "secret";

export function controlOf(facts: SettingFacts, literal: string): SettingControl {
  switch (facts.kind) {
    case "boolean":
      return readBoolean(literal) === undefined ? "select" : "switch";
    case "enum":
      return "select";
    case "list":
      return listControl(facts, literal);
    case "json":
      return "area";
    case "secret":
      return "secret";
  }
  if (facts.isLong || /[\r\n]/.test(literal)) return "area";
  if (facts.kind === "number" || facts.kind === "colour" || facts.kind === "cron")
    return facts.kind;
  return "line";
}

function listControl({ options }: SettingFacts, literal: string): SettingControl {
  const items = itemsOf(literal);
  const isPlain = items?.every(
    (item) => item !== "" && item === item.trim() && !/[\r\n]/.test(item),
  );
  if (!items || !isPlain) return "area";
  if (!options) return "lines";
  return items.every((item) => options.includes(item)) ? "checks" : "area";
}

/** What stands in the control. */
export function shownText(control: SettingControl, literal: string): string {
  if (control === "lines") return itemsOf(literal)?.join("\n") ?? literal;
  if (control === "switch") return String(readBoolean(literal));
  return withLf(literal);
}

export function readBoolean(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  if (["true", "t", "1", "yes", "on"].includes(word)) return true;
  return ["false", "f", "0", "no", "off"].includes(word) ? false : undefined;
}
