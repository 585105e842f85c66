// Server or client: what a setting is called, what it is for, and where its value comes from.
import { Badge } from "@/components/ui/badge";
import type { SettingRow } from "@/lib/model/settings/row";

type SettingNameProps = { row: SettingRow; controlId: string | undefined; isEdited: boolean };

export function SettingName({ row, controlId, isEdited }: SettingNameProps) {
  const { key, facts, isDeclared } = row;
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <label
          htmlFor={controlId}
          id={controlId && `${controlId}-label`}
          className="text-sm font-medium wrap-anywhere"
        >
          {facts.label}
        </label>
        {isEdited && <Badge tone="violet">Edited</Badge>}
        <Source row={row} />
      </div>
      {isDeclared && <code className="text-xs text-faint wrap-anywhere">{key}</code>}
      {facts.description && (
        <p className="max-w-[52ch] text-xs text-pretty text-muted">{facts.description}</p>
      )}
    </div>
  );
}

/** Nothing where the value is simply the stored one. */
function Source({ row: { effective, stored, isDeclared, facts } }: { row: SettingRow }) {
  if (stored?.problem) return <Badge tone="amber">Invalid</Badge>;
  if (effective === "environment") return <Badge tone="blue">Environment</Badge>;
  if (effective === "default" && isDeclared) {
    return <Badge>{facts.kind === "secret" ? "Not set" : "Default"}</Badge>;
  }
  return null;
}
