// Server or client: the settings for those who may only read them.

import { SettingName } from "@/components/settings/setting-name";
import { Invalid } from "@/components/settings/setting-remarks";
import { type SettingsGroup, SettingsSection } from "@/components/settings/settings-section";
import { Badge } from "@/components/ui/badge";
import type { SettingRow } from "@/lib/model/settings/row";

type SettingsReadoutProps = { groups: SettingsGroup[]; isShown: (row: SettingRow) => boolean };

export function SettingsReadout({ groups, isShown }: SettingsReadoutProps) {
  return groups.map((group) => (
    <SettingsSection key={group.id} group={group} isShown={isShown}>
      {(row) => (
        <article
          key={row.key}
          id={row.key}
          hidden={!isShown(row)}
          className="grid scroll-mt-4 gap-x-8 gap-y-2 px-4 py-4 target:bg-accent-soft md:grid-cols-2"
        >
          <SettingName row={row} controlId={undefined} isEdited={false} />
          <Value row={row} />
        </article>
      )}
    </SettingsSection>
  ));
}

function Value({ row: { facts, stored, environment } }: { row: SettingRow }) {
  const literal = environment?.problem === undefined ? environment?.text : undefined;
  const text = literal ?? (stored ? stored.value : facts.default);
  return (
    <div className="flex min-w-0 flex-col items-start gap-1.5">
      <code className="max-h-60 max-w-full overflow-auto text-sm wrap-anywhere whitespace-pre-wrap">
        {text === undefined ? "not set" : text === null ? "NULL" : text === "" ? '""' : text}
        {facts.unit && text ? ` ${facts.unit}` : ""}
        {stored?.isCut && "…"}
      </code>
      {stored?.problem && <Invalid problem={stored.problem} literal={stored.value} />}
      {stored?.isPublic === "true" && <Badge>Public</Badge>}
    </div>
  );
}
