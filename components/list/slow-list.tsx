"use client";
// Client: a list that took the database too long: what ran, and the ways out.
import { ListLink } from "@/components/list/list-link";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { CodeBlock } from "@/components/ui/code-block";
import { Notice } from "@/components/ui/notice";
import { askedWords, missingIndexes, waysOut } from "@/lib/model/filter/cost";
import { type ListQuery, listHref } from "@/lib/model/list-params";
import type { Page } from "@/lib/model/page";
import type { Resource } from "@/lib/model/resource";
import type { TableFacts } from "@/lib/model/table-facts";

type SlowListProps = {
  resource: Resource;
  query: ListQuery;
  facts: TableFacts;
  /** The rows of the page before, if there was one, stand below. */
  page: Page;
  retry: () => void;
};

export function SlowList({ resource, query, facts, page, retry }: SlowListProps) {
  const indexes = missingIndexes(facts, resource, query);
  const asked = askedWords(resource, query, page.people);
  return (
    <Notice
      live
      tone="warning"
      title="The database took too long"
      className="mx-4 mb-2 md:mx-6"
      actions={
        <>
          {waysOut(facts, resource, query, page.people).map((way) => (
            <ListLink
              key={listHref(resource, way.query)}
              href={listHref(resource, way.query)}
              className={buttonClass({ size: "sm" }, "max-w-full")}
            >
              <span className="truncate">{way.label}</span>
            </ListLink>
          ))}
          <Button size="sm" variant="ghost" onClick={retry}>
            Try again
          </Button>
        </>
      }
    >
      <p className="line-clamp-4">
        {resource.label} {asked} were not found in the time that a list has, so the database stopped
        looking.
      </p>
      {page.rows.length > 0 && <p>The rows below are those of the page before.</p>}
      {indexes.length > 0 && (
        <details className="mt-1">
          <summary className="inline-flex min-h-6 cursor-pointer items-center underline">
            Add the index
          </summary>
          <p className="my-1 text-xs text-muted">
            In the schema, among the indexes of <code>{resource.table}</code>:
          </p>
          <CodeBlock code={`${indexes.join(",\n")},`} label="the index" />
        </details>
      )}
    </Notice>
  );
}
