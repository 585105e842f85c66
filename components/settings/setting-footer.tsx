// Server or client: under a setting: whether it is public, its way back to the default, and who changed it last.
import { Globe, RotateCcw, Trash2 } from "lucide-react";
import Link from "next/link";
import { RelativeTime } from "@/components/ui/relative-time";
import { cutText } from "@/lib/model/cut-text";
import { hasPublicSwitch, settingNames } from "@/lib/model/settings/form";
import type { SeenSetting, SettingRow } from "@/lib/model/settings/row";

type SettingFooterProps = {
  row: SettingRow;
  seen: SeenSetting;
  entries: Record<string, string[]> | undefined;
  recordHref: string | undefined;
  now: Date;
};

export function SettingFooter({ row, seen, entries, recordHref, now }: SettingFooterProps) {
  const { key, facts, stored, isDeclared } = row;
  const isPublic = entries
    ? entries[settingNames.isPublic(key)] !== undefined
    : seen.isPublic === "true";
  return (
    <footer className="flex min-h-6 flex-wrap items-center gap-x-4 gap-y-1 text-xs text-muted md:col-span-2">
      {hasPublicSwitch(facts, seen) && (
        <label className="inline-flex min-h-6 cursor-pointer items-center gap-1.5 hover:text-ink has-checked:text-ink">
          <input
            type="checkbox"
            name={settingNames.isPublic(key)}
            value="true"
            defaultChecked={isPublic}
            className="size-3.5 accent-accent"
          />
          <Globe aria-hidden className="size-3.5" />
          Public
          <span className="sr-only">: {facts.label}</span>
          {!facts.mayBePublic && (
            <span className="text-amber">against its declaration, not served</span>
          )}
        </label>
      )}
      {stored && !(isDeclared && stored.value === facts.default) && (
        <label className="inline-flex min-h-6 cursor-pointer items-center gap-1.5 -mx-1 rounded-sm px-1 hover:text-ink has-checked:bg-amber-soft has-checked:font-medium has-checked:text-amber has-focus-visible:outline-2 has-focus-visible:outline-focus">
          <input
            type="checkbox"
            name={settingNames.reset(key)}
            value="true"
            defaultChecked={entries?.[settingNames.reset(key)] !== undefined}
            className="size-3.5 accent-accent"
          />
          {isDeclared ? (
            <>
              <RotateCcw aria-hidden className="size-3.5" />
              Reset to default
              {facts.default !== undefined && (
                <DefaultText text={facts.default} unit={facts.unit} />
              )}
            </>
          ) : (
            <>
              <Trash2 aria-hidden className="size-3.5" />
              Delete
            </>
          )}
          <span className="sr-only">: {facts.label}</span>
        </label>
      )}
      {recordHref && stored && (
        <Link
          href={`${recordHref}/history`}
          prefetch={false}
          className="ml-auto inline-flex min-h-6 items-center hover:text-ink hover:underline"
        >
          {stored.changed ? (
            <span>
              {stored.changed.by ? `${stored.changed.by}, ` : "Changed "}
              <RelativeTime at={stored.changed.at} literal={stored.changed.at} now={now} />
            </span>
          ) : (
            "History"
          )}
          <span className="sr-only">: history of {facts.label}</span>
        </Link>
      )}
    </footer>
  );
}

const shownLength = 32;

function DefaultText({ text, unit }: { text: string; unit: string | undefined }) {
  const line = text.replace(/\s+/g, " ");
  return (
    <code className="max-w-56 truncate text-faint" title={text}>
      {cutText(line, shownLength) || '""'}
      {unit && line !== "" ? ` ${unit}` : ""}
    </code>
  );
}
