"use client";
// Client: the foot of a list: first, previous, next and last page, and rows a page.
import { ChevronFirst, ChevronLast, ChevronLeft, ChevronRight } from "lucide-react";
import { ExportMenu } from "@/components/list/export-menu";
import { exportParams } from "@/components/list/export-params";
import { GoTo } from "@/components/list/go-to";
import { ListLinkButton } from "@/components/list/list-link";
import { Select } from "@/components/ui/select";
import { counted } from "@/lib/model/counted";
import { literalWords } from "@/lib/model/filter/describe";
import { type ListQuery, limits, listHref, type Position } from "@/lib/model/list-params";
import type { Page } from "@/lib/model/page";
import { fieldOf, type Resource } from "@/lib/model/resource";
import type { TableFacts } from "@/lib/model/table-facts";

type PagerProps = {
  resource: Resource;
  query: ListQuery;
  page: Page;
  facts: TableFacts;
  isLoading: boolean;
};

export function Pager({ resource, query, page, facts, isLoading }: PagerProps) {
  const to = (position: Position | undefined) =>
    position ? listHref(resource, { ...query, position }) : null;
  const { before, after } = page;
  return (
    <nav
      aria-label="Pages"
      className="flex min-h-11 items-center justify-between gap-3 border-t border-line px-4 md:px-6"
    >
      <div className="flex items-center gap-2">
        <p role="status" className="text-xs text-muted">
          {isLoading ? "Loading rows" : pageWords(resource, query, page)}
          {!isLoading && (after || before) && <span className="max-sm:sr-only"> on this page</span>}
        </p>
        <ExportMenu
          id="export-matching"
          variant="ghost"
          size="sm"
          resource={resource}
          label="Export"
          about="Export what matches"
          params={exportParams(resource, query, facts)}
        />
      </div>
      <div className="flex items-center gap-1">
        <GoTo {...{ resource, query }} />
        <label
          htmlFor="rows-a-page"
          className="mr-3 hidden items-center gap-2 text-xs text-muted sm:flex"
        >
          Rows a page
          <Select
            id="rows-a-page"
            className="w-20!"
            value={query.limit}
            onChange={(event) =>
              window.history.pushState(
                null,
                "",
                listHref(resource, {
                  ...query,
                  limit: Number(event.target.value),
                  position: { at: "first" },
                }),
              )
            }
          >
            {limits.map((limit) => (
              <option key={limit}>{limit}</option>
            ))}
          </Select>
        </label>
        <ListLinkButton variant="ghost" label="First page" href={to(before && { at: "first" })}>
          <ChevronFirst aria-hidden />
        </ListLinkButton>
        <ListLinkButton
          variant="ghost"
          label="Previous page"
          href={to(before && { at: "before", cursor: before })}
        >
          <ChevronLeft aria-hidden />
        </ListLinkButton>
        <ListLinkButton
          variant="ghost"
          label="Next page"
          href={to(after && { at: "after", cursor: after })}
        >
          <ChevronRight aria-hidden />
        </ListLinkButton>
        <ListLinkButton variant="ghost" label="Last page" href={to(after && { at: "last" })}>
          <ChevronLast aria-hidden />
        </ListLinkButton>
      </div>
    </nav>
  );
}

/** `50 rows from 3 Mar 2026 on` */
function pageWords(resource: Resource, { sort, position }: ListQuery, page: Page): string {
  const words = counted(page.rows.length, "row");
  const field = sort[0] && fieldOf(resource, sort[0].field);
  if (position.at !== "from" || !field) return words;
  return `${words} from ${literalWords(field, position.value, page.people)} on`;
}
