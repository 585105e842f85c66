// Pure: which settings a search finds: every word of it, anywhere in what is shown.
import type { SettingRow } from "@/lib/model/settings/row";

export function matchesSearch(
  { key, facts, stored, environment }: SettingRow,
  search: string,
): boolean {
  const shown = [
    key,
    facts.label,
    facts.group,
    facts.description,
    facts.kind !== "secret" && (stored?.value ?? facts.default),
    facts.kind !== "secret" && environment?.text,
    environment?.name,
  ];
  const text = shown.filter(Boolean).join("\n").toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
