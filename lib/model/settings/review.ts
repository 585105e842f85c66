// Pure: changes of settings on their way: what is looked at before they are saved, and what came of it.
import type { Literal } from "@/lib/model/literal";
import type { SeenSettings } from "@/lib/model/settings/form";

export type ReviewedSetting = {
  key: string;
  label: string;
  isSecret: boolean;
  /** Absent where nothing was stored. */
  before?: Literal;
  /** Absent where the value stays, and where nothing will be stored. */
  after?: string;
  /** What counts once nothing is stored any more. */
  fallback?: string;
  resets: boolean;
  /** Opens it to everybody, or closes it. */
  isPublic?: boolean;
  /** What everybody will be able to read, as JSON. */
  served?: string;
};

export type SettingsFormState = {
  seen: SeenSettings;
  /** What stood in the controls, by their names: for where no script keeps them. */
  entries?: Record<string, string[]>;
  /** New with every answer: names the next submission. */
  submission: string;
  /** What would be saved. */
  review?: ReviewedSetting[];
  formError?: string;
  errors: Record<string, string>;
  /** What others stored meanwhile, by key; `null` where there is nothing any more. */
  theirs: Record<string, Literal>;
  /** Secrets that an owner asked to see. */
  revealed: Record<string, string>;
};
