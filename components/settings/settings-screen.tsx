"use client";
// Client: the settings with their search and the index of their groups. Searching hides; what was edited stays in the form.
import { Search } from "lucide-react";
import { type ReactNode, useState } from "react";
import { matchesSearch } from "@/components/settings/match-setting";
import { type SettingsAction, SettingsForm } from "@/components/settings/settings-form";
import { SettingsReadout } from "@/components/settings/settings-readout";
import type { SettingsGroup } from "@/components/settings/settings-section";
import { EmptyState } from "@/components/ui/empty-state";
import { Input } from "@/components/ui/input";
import { counted } from "@/lib/model/counted";
import type { SettingRow } from "@/lib/model/settings/row";

type SettingsScreenProps = {
  rows: SettingRow[];
  /** Where the address asks for it. */
  search: string;
  /** The view's own parameter, where it is not the resource's first. */
  viewParam: string | undefined;
  href: string;
  submission: string;
  /** Absent for those who may only read. */
  action: SettingsAction | undefined;
  canReveal: boolean;
  /** Beside the search. */
  tools: ReactNode;
  now: string;
};

export function SettingsScreen(props: SettingsScreenProps) {
  const { rows, viewParam, href, submission, action, canReveal } = props;
  const [search, setSearch] = useState(props.search);
  const [round, setRound] = useState(0);
  const groups = grouped(rows);
  const isShown = (row: SettingRow) => search.trim() === "" || matchesSearch(row, search.trim());
  const found = rows.filter(isShown).length;

  function lookFor(text: string) {
    setSearch(text);
    const address = new URL(location.href);
    if (text) address.searchParams.set("q", text);
    else address.searchParams.delete("q");
    history.replaceState(history.state, "", address);
  }

  return (
    <div className="grid gap-x-8 px-4 md:px-6 lg:grid-cols-[184px_minmax(0,1fr)]">
      <div className="mb-4 flex flex-col gap-4 self-start lg:sticky lg:top-4">
        <search>
          <form action={href} onSubmit={(event) => event.preventDefault()} className="relative">
            {viewParam && <input type="hidden" name="view" value={viewParam} />}
            <Search
              aria-hidden
              className="absolute top-1/2 left-2.5 size-3.5 -translate-y-1/2 text-faint"
            />
            <Input
              type="search"
              name="q"
              aria-label="Search settings"
              placeholder="Search settings"
              value={search}
              onChange={(event) => lookFor(event.target.value)}
              className="pl-8"
            />
          </form>
          <p role="status" className="sr-only">
            {search && `${counted(found, "setting")} found`}
          </p>
        </search>
        <nav aria-label="Groups" className="max-lg:hidden">
          <ul className="flex flex-col gap-px">
            {groups.map((group) => {
              const count = group.rows.filter(isShown).length;
              return (
                <li key={group.id} hidden={count === 0}>
                  <a
                    href={`#${group.id}`}
                    className="flex min-h-7 items-center justify-between gap-2 rounded-md px-2.5 text-sm text-muted hover:bg-hover hover:text-ink"
                  >
                    <span className="truncate">{group.label}</span>
                    <span className="text-xs text-faint">{count}</span>
                  </a>
                </li>
              );
            })}
          </ul>
        </nav>
        {props.tools}
      </div>
      <div className="min-w-0">
        {found === 0 && (
          <EmptyState
            icon={<Search />}
            title={search ? `No setting has “${search}”` : "No settings yet"}
          >
            {search
              ? "Keys, names, descriptions and values are searched."
              : "Declare some in the contract, or add a record."}
          </EmptyState>
        )}
        {action ? (
          <SettingsForm
            key={round}
            {...{ groups, submission, action, canReveal, isShown, href }}
            onDiscard={() => setRound(round + 1)}
            now={props.now}
          />
        ) : (
          <SettingsReadout groups={groups} isShown={isShown} />
        )}
      </div>
    </div>
  );
}

/** In the order in which they first appear. */
function grouped(rows: SettingRow[]): SettingsGroup[] {
  const labels = [...new Set(rows.map(({ facts }) => facts.group))];
  return labels.map((label) => ({
    label,
    id: `group-${label.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-")}`,
    rows: rows.filter(({ facts }) => facts.group === label),
  }));
}
