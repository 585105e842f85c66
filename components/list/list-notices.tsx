"use client";
// Client: what must be said about the rows on screen: what of the address was left out, what failed, how far was searched.
import { ListLink } from "@/components/list/list-link";
import type { ListPage } from "@/components/list/use-list-page";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { type ListQuery, listHref } from "@/lib/model/list-params";
import type { Resource } from "@/lib/model/resource";

type ListNoticesProps = {
  resource: Resource;
  query: ListQuery;
  list: ListPage;
  notices: string[];
};

export function ListNotices({ resource, query, list, notices }: ListNoticesProps) {
  const { page, error, retry, isStale } = list;
  return (
    <>
      {notices.map((notice) => (
        <Notice key={notice} tone="warning" className="mx-4 mb-2 md:mx-6">
          {notice}
        </Notice>
      ))}
      {error && (
        <Notice
          live
          tone="danger"
          title={error}
          className="mx-4 mb-2 md:mx-6"
          actions={
            <Button size="sm" onClick={retry}>
              Try again
            </Button>
          }
        >
          The rows below are those of the page before.
        </Notice>
      )}
      {page.searched && !isStale && (
        <Notice tone="info" className="mx-4 mb-2 md:mx-6">
          Looked through {page.searched.rows.toLocaleString("en")} rows in this order.{" "}
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
