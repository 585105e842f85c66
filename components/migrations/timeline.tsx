"use client";
// Client: a prefix's migrations, newest first, filtered as one types; a plain form where no script runs.
import { ArrowDownToLine, ArrowUpToLine, ListFilter } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { StateBadge } from "@/components/migrations/state-badge";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { RelativeTime } from "@/components/ui/relative-time";
import { Select } from "@/components/ui/select";
import { counted } from "@/lib/model/counted";
import type { MigrationState, Severity } from "@/lib/model/migrations/status";

export type TimelineRow = {
  position: number;
  href: string;
  tag: string;
  /** In ms since 1970. */
  when: number | null;
  appliedAt: string | null;
  statements: number;
  hash: string | null;
  state: MigrationState;
  severity: Severity;
};

export type TimelineFilter = { text: string; state: string };

type TimelineProps = {
  /** In the journal's order. */
  rows: TimelineRow[];
  filter: TimelineFilter;
  /** In ms since 1970. */
  now: number;
};

export function Timeline({ rows, filter: initial, now }: TimelineProps) {
  const [filter, setFilter] = useState(initial);
  const shown = rows.filter((row) => matches(row, filter)).toReversed();
  const states = [...new Set(rows.map(({ state }) => state))].toSorted();

  function change(next: TimelineFilter) {
    setFilter(next);
    const query = new URLSearchParams();
    if (next.text) query.set("text", next.text);
    if (next.state) query.set("state", next.state);
    history.replaceState(null, "", query.size > 0 ? `?${query}` : location.pathname);
  }

  return (
    <>
      <search className="mb-2 print:hidden">
        <form className="flex flex-wrap items-center gap-2">
          <Input
            type="search"
            name="text"
            aria-label="Filter by name or hash"
            placeholder="Filter by name or hash"
            value={filter.text}
            onChange={(event) => change({ ...filter, text: event.target.value })}
            className="min-w-0 flex-1 basis-full sm:max-w-64 sm:basis-auto"
          />
          <Select
            name="state"
            aria-label="State"
            value={filter.state}
            onChange={(event) => change({ ...filter, state: event.target.value })}
            className="max-w-48"
          >
            <option value="">Every state</option>
            {states.map((state) => (
              <option key={state}>{state}</option>
            ))}
          </Select>
          <noscript>
            <Button type="submit">
              <ListFilter aria-hidden />
              Filter
            </Button>
          </noscript>
          <p role="status" className="text-sm text-muted max-sm:order-last">
            {shown.length === rows.length
              ? counted(rows.length, "migration")
              : `${shown.length} of ${counted(rows.length, "migration")}`}
          </p>
          <Jumps rows={shown} />
        </form>
      </search>
      {shown.length > 0 ? (
        <ol className="divide-y divide-line overflow-clip rounded-md border border-line bg-surface">
          {shown.map((row) => (
            <Migration key={row.position} row={row} now={new Date(now)} />
          ))}
        </ol>
      ) : (
        <p className="rounded-md border border-line px-4 py-8 text-center text-sm text-muted">
          No migration has this name and state.
        </p>
      )}
    </>
  );
}

function matches({ tag, hash, state }: TimelineRow, filter: TimelineFilter): boolean {
  const text = filter.text.trim().toLowerCase();
  if (filter.state !== "" && filter.state !== state) return false;
  return text === "" || tag.toLowerCase().includes(text) || (hash ?? "").startsWith(text);
}

const jumpsFrom = 20;
const jumpClass =
  "inline-flex min-h-6 items-center gap-1 rounded-sm px-1 text-sm text-muted hover:bg-hover hover:text-ink [&_svg]:size-3.5";

/** Long histories only: to either end, and to what is not simply applied. */
function Jumps({ rows }: { rows: TimelineRow[] }) {
  const oldest = rows.at(-1);
  if (rows.length < jumpsFrom || !oldest) return null;
  const open = rows.findLast(({ state }) => state !== "applied");
  return (
    <nav aria-label="Jump" className="ml-auto flex gap-1">
      {open && (
        <a href={`#migration-${open.position}`} className={jumpClass}>
          First not applied
        </a>
      )}
      <a href={`#migration-${oldest.position}`} className={jumpClass}>
        <ArrowDownToLine aria-hidden />
        Oldest
      </a>
      <a href={`#migration-${rows[0]?.position}`} className={jumpClass}>
        <ArrowUpToLine aria-hidden />
        Newest
      </a>
    </nav>
  );
}

function Migration({ row, now }: { row: TimelineRow; now: Date }) {
  const { position, href, tag, state, severity, statements, hash } = row;
  const [number, name] = parts(tag);
  return (
    <li id={`migration-${position}`} className="scroll-mt-4 target:bg-accent-soft">
      <Link
        href={href}
        prefetch={false}
        className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 px-4 py-2 text-sm hover:bg-hover focus-visible:-outline-offset-2 lg:grid-cols-[minmax(0,1fr)_7rem_4.5rem_9.5rem_9rem_9rem]"
      >
        <span className="flex min-w-0 items-baseline gap-2.5">
          {number && <code className="shrink-0 text-muted">{number}</code>}
          <span className="min-w-0 font-medium wrap-anywhere">{name}</span>
        </span>
        <span className="max-lg:col-start-2 max-lg:row-start-1 lg:order-last lg:text-right">
          <StateBadge state={state} severity={severity} />
        </span>
        <span className="col-span-full flex flex-wrap gap-x-4 gap-y-0.5 text-xs text-muted lg:contents">
          <span className="lg:text-right">{counted(statements, "statement")}</span>
          <code title={hash ? `sha256 ${hash}` : undefined} className="max-sm:hidden">
            {hash?.slice(0, 8)}
          </code>
          <Moment word="generated" at={row.when} now={now} />
          <Moment word="applied" at={row.appliedAt} now={now} />
        </span>
      </Link>
    </li>
  );
}

type MomentProps = { word: string; at: number | string | null; now: Date };

function Moment({ word, at, now }: MomentProps) {
  const instant = at === null ? undefined : new Date(at);
  return (
    <span className="empty:max-lg:hidden">
      {instant && (
        <>
          {word} <RelativeTime at={instant} literal={instant.toISOString()} now={now} />
        </>
      )}
    </span>
  );
}

/** `0007_add_notes` is number and name; other tags are a name alone. */
function parts(tag: string): [number: string | undefined, name: string] {
  const [, number, name] = /^(\d+)_(.+)$/.exec(tag) ?? [];
  return [number, name ?? tag];
}
