// Server: saves settings as one group, and says of each that was refused what stands there now.
import "server-only";
import type { Actor } from "@/lib/model/actor";
import type { Literal } from "@/lib/model/literal";
import type { SeenSettings } from "@/lib/model/settings/form";
import { seenOf } from "@/lib/model/settings/row";
import type { SettingsView } from "@/lib/model/view";
import { sentenceOf } from "@/lib/model/write-result";
import { writeGroup } from "@/lib/records/write-group";
import type { Registered } from "@/lib/resources/registry";
import type { SettingsPlan } from "@/lib/settings/plan";
import { listSettings } from "@/lib/settings/rows";

export type SavedSettings =
  | { ok: true; groupId: string; changes: number }
  | {
      ok: false;
      errors: Record<string, string>;
      /** What the editor has now seen of the refused ones. */
      seen: SeenSettings;
      /** The literals of those that others changed; `null` for those that are gone. */
      theirs: Record<string, Literal>;
    };

export async function saveSettings(
  actor: Actor,
  registered: Registered,
  view: SettingsView,
  { review, writes }: Pick<SettingsPlan, "review" | "writes">,
  seen: SeenSettings,
  submissionId: string | undefined,
): Promise<SavedSettings> {
  const result = await writeGroup(actor, registered, writes, { submissionId });
  if (result.ok) return result;
  const errors = Object.fromEntries(
    result.failures.map(({ index, failure }) => [review[index]?.key ?? "", sentenceOf(failure)]),
  );
  return {
    ok: false,
    errors,
    ...(await presentOf(actor, registered, view, Object.keys(errors), seen)),
  };
}

async function presentOf(
  actor: Actor,
  registered: Registered,
  view: SettingsView,
  keys: string[],
  seen: SeenSettings,
): Promise<{ seen: SeenSettings; theirs: Record<string, Literal> }> {
  const { rows } = await listSettings(actor, registered, view);
  const present = Object.fromEntries(
    keys.map((key) => {
      const row = rows.find((candidate) => candidate.key === key);
      return [key, row ? seenOf(row) : { isPublic: "false" }];
    }),
  );
  const moved = keys.filter((key) => present[key]?.value !== seen[key]?.value);
  return {
    seen: present,
    theirs: Object.fromEntries(moved.map((key) => [key, present[key]?.value ?? null])),
  };
}
