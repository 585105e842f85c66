// Pure: which value of a setting counts: the environment's, else what is stored, else the default. What is refused is passed over.
import type { Setting } from "@/lib/model/settings/setting";

export type EffectiveSource = "environment" | "stored" | "default";

export type Effective = {
  value: unknown;
  from: EffectiveSource;
  /** Why what goes before was passed over. */
  problems: Partial<Record<EffectiveSource, string>>;
};

export type Given = { environment?: string | undefined; stored?: string | undefined };

export function effectiveValue(setting: Setting, { environment, stored }: Given): Effective {
  const problems: Effective["problems"] = {};
  for (const [from, text] of [
    ["environment", environment],
    ["stored", stored],
  ] as const) {
    if (text === undefined) continue;
    const parsed = setting.parse(text);
    if (parsed.ok) return { value: parsed.value, from, problems };
    problems[from] = parsed.problem;
  }
  return { value: setting.default, from: "default", problems };
}
