// Pure: what a browser knows of a setting: plain facts, never functions and never a secret's value.

export type SettingKind =
  | "boolean"
  | "number"
  | "text"
  | "enum"
  | "url"
  | "email"
  | "json"
  | "duration"
  | "colour"
  | "list"
  | "cron"
  | "secret";

export type SettingFacts = {
  kind: SettingKind;
  label: string;
  description?: string;
  group: string;
  /** Follows a number: `minutes`. */
  unit?: string;
  /** In words, under the control: `5 to 480`. */
  limits?: string;
  /** What may be chosen: of an enum, and of the items of a list. */
  options?: string[];
  isInteger?: boolean;
  /** A text of several lines. */
  isLong?: boolean;
  /** How a list is stored. */
  storedAs?: "commas" | "json";
  mayBePublic: boolean;
  /** The environment variable that overrides what is stored. */
  env?: string;
  /** The default as it would be stored; undeclared settings and secrets have none. */
  default?: string;
};

export const undeclaredGroup = "Not declared";
