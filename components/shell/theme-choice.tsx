// Server: light, dark or as the system has it.
import { Monitor, Moon, Sun } from "lucide-react";
import { PreferenceForm } from "@/components/shell/preference-form";
import type { Theme } from "@/lib/model/preferences";

const choices = [
  { theme: "system", label: "System", Icon: Monitor },
  { theme: "light", label: "Light", Icon: Sun },
  { theme: "dark", label: "Dark", Icon: Moon },
] as const satisfies { theme: Theme; label: string; Icon: typeof Sun }[];

type ThemeChoiceProps = { theme: Theme; keepPreferences: (form: FormData) => Promise<void> };

export function ThemeChoice({ theme: chosen, keepPreferences }: ThemeChoiceProps) {
  return (
    <PreferenceForm
      name="theme"
      action={keepPreferences}
      data-keep-open
      aria-label="Theme"
      className="m-1 grid grid-cols-3 gap-0.5 rounded-md bg-hover p-0.5"
    >
      {choices.map(({ theme, label, Icon }) => (
        <button
          key={theme}
          type="submit"
          name="theme"
          value={theme}
          aria-pressed={theme === chosen}
          className="flex h-7 items-center justify-center gap-1.5 rounded-sm text-xs text-muted transition-colors hover:text-ink aria-pressed:bg-segment aria-pressed:font-medium aria-pressed:text-ink aria-pressed:shadow-segment pointer-coarse:h-9"
        >
          <Icon aria-hidden className="size-3.5" />
          {label}
        </button>
      ))}
    </PreferenceForm>
  );
}
