"use client";
// Client: the page of rows that the address asks for. Visited pages are kept, the next one is fetched ahead, and what is
// no longer wanted is aborted. Columns that are only moved, hidden, widened or pinned need no rows.
import { useEffect, useRef, useState } from "react";
import { defaultLayout } from "@/lib/model/list-layout";
import { type ListQuery, rowsHref } from "@/lib/model/list-params";
import type { Page } from "@/lib/model/page";
import type { Resource } from "@/lib/model/resource";

type Loaded = { href: string; page: Page };

export type ListPage = {
  /** The one on screen: while another is loading, that before it. */
  page: Page;
  isStale: boolean;
  error?: string;
  retry: () => void;
};

/** @param initial the page that came with the document */
export function useListPage(resource: Resource, query: ListQuery, initial: Loaded): ListPage {
  const href = rowsHref(resource, query);
  const cache = useRef(new Map([[initial.href, initial.page]]));
  const about = rowsHref(resource, { ...query, layout: defaultLayout(resource) });
  const [shown, setShown] = useState({ ...initial, about });
  // The same rows with these columns, and perhaps one that was hidden just now.
  const isHeld =
    shown.about === about &&
    query.layout.columns.every(({ field }) => shown.page.columns.includes(field));
  const [failure, setFailure] = useState<{ href: string; message: string }>();
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: an attempt is made again on request.
  useEffect(() => {
    const request = new AbortController();
    const load = async () => {
      const page =
        cache.current.get(href) ?? (isHeld ? shown.page : await fetchPage(href, request.signal));
      cache.current.set(href, page);
      setShown({ href, about, page });
      setFailure(undefined);
      if (page.after)
        await fetchAhead(nextHref(resource, query, page), cache.current, request.signal);
    };
    load().catch((error: unknown) => {
      if (request.signal.aborted) return;
      setFailure({ href, message: error instanceof Error ? error.message : String(error) });
    });
    return () => request.abort();
  }, [href, attempt]);

  return {
    page: shown.page,
    isStale: shown.href !== href && !isHeld,
    ...(failure?.href === href && { error: failure.message }),
    retry: () => setAttempt((count) => count + 1),
  };
}

function nextHref(resource: Resource, query: ListQuery, page: Page): string {
  const position = page.after
    ? ({ at: "after", cursor: page.after } as const)
    : ({ at: "first" } as const);
  return rowsHref(resource, { ...query, position });
}

/** A page fetched ahead that fails is simply fetched again when it is wanted. */
async function fetchAhead(href: string, cache: Map<string, Page>, signal: AbortSignal) {
  if (cache.has(href)) return;
  const page = await fetchPage(href, signal).catch(() => undefined);
  if (page) cache.set(href, page);
}

async function fetchPage(href: string, signal: AbortSignal): Promise<Page> {
  const response = await fetch(`/api/rows${href}`, { signal });
  if (response.status === 401) {
    const { pathname, search } = window.location;
    window.location.assign(`/login?next=${encodeURIComponent(pathname + search)}`);
    return new Promise<never>(() => {});
  }
  if (!response.ok) {
    const id = response.headers.get("x-request-id");
    throw new Error(
      `The rows could not be loaded (${response.status}${id ? `, request ${id}` : ""}).`,
    );
  }
  return response.json();
}
