"use client";
// Client: what must be said about the rows on screen: what of the address was left out, what failed, how far was searched.
import { ListLink } from "@/components/list/list-link";
import { SlowList } from "@/components/list/slow-list";
import type { ListPage } from "@/components/list/use-list-page";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { orderWords } from "@/lib/model/filter/describe";
import { type ListQuery, listHref } from "@/lib/model/list-params";
import type { Resource } from "@/lib/model/resource";
import type { TableFacts } from "@/lib/model/table-facts";

type ListNoticesProps = {
  resource: Resource;
  query: ListQuery;
  facts: TableFacts;
  list: ListPage;
  notices: string[];
};

export function ListNotices({ resource, query, facts, list, notices }: ListNoticesProps) {
  const { page, failure, retry, isStale } = list;
  return (
    <>
      {[...new Set(notices)].map((notice) => (
        <Notice key={notice} tone="warning" className="mx-4 mb-2 md:mx-6">
          {notice}
        </Notice>
      ))}
      {failure?.isSlow && <SlowList {...{ resource, query, facts, page, retry }} />}
      {failure && !failure.isSlow && (
        <Notice
          live
          tone="danger"
          title={failure.message}
          className="mx-4 mb-2 md:mx-6"
          actions={
            <Button size="sm" onClick={retry}>
              Try again
            </Button>
          }
        >
          {page.rows.length > 0 && "The rows below are those of the page before."}
        </Notice>
      )}
      {page.searched && page.rows.length > 0 && !isStale && (
        <Notice live tone="info" className="mx-4 mb-2 md:mx-6">
          Looked through {page.searched.rows.toLocaleString("en")} rows,{" "}
          {orderWords(resource, query)}; {page.rows.length} found.{" "}
          <ListLink
            href={listHref(resource, { ...query, position: page.searched.position })}
            className="underline"
          >
            Look through the next {page.searched.rows.toLocaleString("en")}
          </ListLink>
        </Notice>
      )}
    </>
  );
}
