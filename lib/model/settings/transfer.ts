// Pure: settings of a file beside those that are stored.
import type { Literal } from "@/lib/model/literal";
import type { SeenSettings } from "@/lib/model/settings/form";

export type ComparedSetting = {
  key: string;
  label: string;
  isDeclared: boolean;
  /** A secret is not compared: that would tell whether a guess is right. */
  status: "new" | "changed" | "unchanged" | "invalid" | "secret";
  /** Absent where nothing is stored, and of secrets. */
  before?: Literal;
  /** Absent of secrets. */
  after?: string;
  /** What everybody will be able to read, as JSON. */
  served?: string;
  problem?: string;
};

export type TransferState = {
  /** What was pasted or uploaded. */
  text: string;
  submission: string;
  /** Of what was compared. */
  seen: SeenSettings;
  compared?: ComparedSetting[];
  /** Stored, but not in the file. */
  onlyHere: string[];
  formError?: string;
  errors: Record<string, string>;
};

export const transferNames = {
  text: "text",
  file: "file",
  intent: "intent",
  seen: "seen",
  submission: "submission",
  /** Ticked keys are saved. */
  take: "take",
};

export const transferBytes = 1_000_000;
