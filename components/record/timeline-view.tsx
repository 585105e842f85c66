// Server or client: records in the order of a time, each with what it says, linked to its own page.
import Link from "next/link";
import { LiteralView } from "@/components/list/literal-view";
import { LinkButton } from "@/components/ui/link-button";
import { rowId } from "@/lib/model/list-row";
import type { Page } from "@/lib/model/page";
import { fieldOf, type Resource, recordHref } from "@/lib/model/resource";

type TimelineViewProps = {
  resource: Resource;
  page: Page;
  at: string;
  title: string;
  value: string;
  now: Date;
  firstHref?: string;
  olderHref?: string;
};

export function TimelineView(props: TimelineViewProps) {
  const { resource, page, at, title, value, now, firstHref, olderHref } = props;
  const shown = (row: Page["rows"][number], name: string) => {
    const field = fieldOf(resource, name);
    const cell = row[page.columns.indexOf(name)] ?? null;
    return (
      field && <LiteralView {...{ field, cell, now }} people={page.people} zone={resource.zone} />
    );
  };
  const idOf = (row: Page["rows"][number]) => rowId(resource, page, row) ?? "";
  return (
    <>
      <ol className="relative ml-1 border-l border-line">
        {page.rows.map((row) => (
          <li key={idOf(row)} className="relative pb-2.5 pl-4 text-sm last:pb-0">
            <span
              aria-hidden
              className="absolute top-1.5 -left-[4.5px] size-2 rounded-full border-2 border-surface bg-control"
            />
            <div className="flex items-baseline justify-between gap-3">
              <Link
                href={recordHref(resource, idOf(row))}
                prefetch={false}
                className="min-w-0 truncate font-medium hover:underline"
              >
                {shown(row, title)}
              </Link>
              <span className="shrink-0 text-xs text-muted">{shown(row, at)}</span>
            </div>
            <div className="truncate text-xs text-muted">{shown(row, value)}</div>
          </li>
        ))}
      </ol>
      {(firstHref || olderHref) && (
        <nav aria-label={`Pages of ${resource.label.toLowerCase()}`} className="mt-2 flex gap-2">
          {firstHref && <More href={firstHref}>Newest</More>}
          {olderHref && <More href={olderHref}>Older</More>}
        </nav>
      )}
    </>
  );
}

function More({ href, children }: { href: string; children: string }) {
  return (
    <LinkButton href={href} scroll={false} prefetch={false} variant="ghost" size="sm">
      {children}
    </LinkButton>
  );
}
