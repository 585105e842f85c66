// Pure: a setting as the page shows it: what is declared, what is stored, which of them counts.
import type { Literal } from "@/lib/model/literal";
import type { SettingFacts } from "@/lib/model/settings/facts";

export type SettingRow = {
  key: string;
  facts: SettingFacts;
  isDeclared: boolean;
  /** Absent where nothing is stored. */
  stored?: StoredSetting;
  /** Set in the environment, which goes before what is stored. */
  environment?: { name: string; text: string; problem?: string };
  /** What the app reads. */
  effective: "environment" | "stored" | "default";
  /** Of a cron expression: when it will be next, as instants. */
  runs?: string[];
};

export type StoredSetting = {
  /** Of its record, see `encodeRecordId`. */
  id: string;
  /** Of the whole record, as it was seen. */
  version: string;
  /** Masked for a secret; the beginning of one that is too long to be edited here. */
  value: Literal;
  isCut: boolean;
  isPublic: Literal;
  /** Why the app reads the default instead. */
  problem?: string;
  /** The value in other words, where they say more: `1d` for PT24H. */
  reading?: string;
  changed?: { at: string; by?: string };
};

/** What the page showed of a setting, for comparing when it is saved. */
export type SeenSetting = {
  /** Absent where nothing is stored. */
  id?: string;
  version?: string;
  /** Absent where nothing is stored, and where it was not shown: of secrets. */
  value?: Literal;
  isPublic: Literal;
};

export function seenOf({ facts, stored }: SettingRow): SeenSetting {
  if (!stored) return { isPublic: "false" };
  const { id, version, value, isPublic, isCut } = stored;
  return { id, version, isPublic, ...(facts.kind !== "secret" && !isCut && { value }) };
}

/** The literal that its control starts from: the default where nothing is stored. */
export function shownLiteral(facts: SettingFacts, seen: SeenSetting): string {
  return seen.value ?? (seen.id === undefined ? (facts.default ?? "") : "");
}
