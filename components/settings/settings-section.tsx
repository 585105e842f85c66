// Server or client: a group of settings under its heading.
import type { ReactNode } from "react";
import type { SettingRow } from "@/lib/model/settings/row";

export type SettingsGroup = { label: string; id: string; rows: SettingRow[] };

type SettingsSectionProps = {
  group: SettingsGroup;
  isShown: (row: SettingRow) => boolean;
  children: (row: SettingRow) => ReactNode;
};

/** Hidden where none of its settings is shown; each setting hides itself. */
export function SettingsSection({ group, isShown, children }: SettingsSectionProps) {
  return (
    <section aria-labelledby={group.id} hidden={!group.rows.some(isShown)} className="mb-8">
      <h2 id={group.id} className="mb-2 scroll-mt-4 text-sm font-semibold">
        {group.label}
      </h2>
      <div className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
        {group.rows.map(children)}
      </div>
    </section>
  );
}
