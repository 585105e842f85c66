// Server or client: a prefix's migrations, newest first; each opens to its SQL and to what was compared.
import { ChevronRight } from "lucide-react";
import { FindingView } from "@/components/migrations/finding-view";
import { StateBadge } from "@/components/migrations/state-badge";
import { CodeBlock } from "@/components/ui/code-block";
import { LinkButton } from "@/components/ui/link-button";
import { RelativeTime } from "@/components/ui/relative-time";
import { counted } from "@/lib/model/counted";
import { instantOf } from "@/lib/model/instant";
import type { MigrationStatus } from "@/lib/model/migration-status";

/** The link target of a migration; it lies inside the part that opens, so that following it opens it. */
export function anchorOf({ position }: MigrationStatus): string {
  return `migration-${position}`;
}

type TimelineProps = {
  migrations: MigrationStatus[];
  /** Without it only the newest, and older ones that are not simply applied. */
  isWhole: boolean;
  /** Where the whole timeline is. */
  wholeHref: string;
  now: Date;
};

const newestShown = 50;

export function Timeline({ migrations, isWhole, wholeHref, now }: TimelineProps) {
  const shown = isWhole
    ? migrations
    : migrations.filter(
        ({ position, state }) => position >= migrations.length - newestShown || state !== "applied",
      );
  const hidden = migrations.length - shown.length;
  return (
    <>
      <ol reversed className="divide-y divide-line rounded-md border border-line bg-surface">
        {shown.toReversed().map((migration) => (
          <li key={migration.position}>
            <Migration migration={migration} now={now} />
          </li>
        ))}
      </ol>
      {hidden > 0 && (
        <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2 text-sm text-muted">
          {counted(hidden, "older migration")} applied and not shown.
          <LinkButton href={wholeHref} size="sm">
            Show all {migrations.length}
          </LinkButton>
        </p>
      )}
    </>
  );
}

function Migration({ migration, now }: { migration: MigrationStatus; now: Date }) {
  const { tag, sql, state, severity, findings } = migration;
  const [number, name] = parts(tag);
  return (
    <details className="group">
      <summary className="grid cursor-pointer grid-cols-[16px_1fr] items-center gap-x-3 gap-y-1 px-4 py-2 text-sm group-open:bg-hover hover:bg-hover md:grid-cols-[16px_minmax(0,1fr)_auto_auto]">
        <ChevronRight
          aria-hidden
          className="size-4 text-faint transition-transform group-open:rotate-90"
        />
        <span className="flex min-w-0 items-baseline gap-2.5">
          {number && <code className="shrink-0 text-muted">{number}</code>}
          <span className="min-w-0 font-medium wrap-anywhere">{name}</span>
        </span>
        <Facts migration={migration} now={now} />
        <span className="col-start-2 md:col-start-auto md:w-36 md:text-right">
          <StateBadge state={state} severity={severity} />
        </span>
      </summary>
      <div
        id={anchorOf(migration)}
        className="flex scroll-mt-24 flex-col gap-4 border-t border-line px-4 py-4"
      >
        {findings.map((finding) => (
          <FindingView key={finding.headline} finding={finding} />
        ))}
        {sql !== null && <CodeBlock code={sql.trim()} label={`SQL of ${tag}`} />}
      </div>
    </details>
  );
}

function Facts({ migration, now }: { migration: MigrationStatus; now: Date }) {
  const { statements, hash, when } = migration;
  const appliedAt = migration.appliedAt ? instantOf(migration.appliedAt, "UTC") : undefined;
  return (
    <span className="col-start-2 flex flex-wrap items-baseline gap-x-4 text-xs text-muted md:col-start-auto">
      <span className="md:w-24 md:text-right">{counted(statements, "statement")}</span>
      {hash && (
        <code title={`sha256 ${hash}`} className="max-sm:hidden">
          {hash.slice(0, 8)}
        </code>
      )}
      <span className="md:w-36 md:text-right">
        {when !== null && (
          <>
            generated <Time at={new Date(when)} now={now} />
          </>
        )}
      </span>
      {appliedAt && (
        <span>
          applied <Time at={appliedAt} now={now} />
        </span>
      )}
    </span>
  );
}

function Time({ at, now }: { at: Date; now: Date }) {
  return <RelativeTime at={at} literal={at.toISOString()} now={now} />;
}

/** `0007_add_notes` is number and name; other tags are a name alone. */
function parts(tag: string): [number: string | undefined, name: string] {
  const [, number, name] = /^(\d+)_(.+)$/.exec(tag) ?? [];
  return [number, name ?? tag];
}
