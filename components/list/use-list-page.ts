"use client";
// Client: the page of rows that the address asks for. Visited pages are kept, the next one is fetched ahead, and what is
// no longer wanted is aborted. Columns that are only moved, hidden, widened or pinned need no rows.
import { useEffect, useRef, useState } from "react";
import { defaultLayout } from "@/lib/model/list-layout";
import { type ListQuery, rowsHref } from "@/lib/model/list-params";
import { withRows } from "@/lib/model/list-row";
import { type Page, slowReason } from "@/lib/model/page";
import type { Resource } from "@/lib/model/resource";

type Loaded = { href: string; page: Page };

type Failure = { message: string; isSlow: boolean };

/** What came with the document: a page, or an empty one and why. */
export type InitialPage = Loaded & { failure?: Failure };

export type ListPage = {
  /** The one on screen: while another is loading, that before it. */
  page: Page;
  /** Which rows these are; the same when some of them are replaced, or when other columns are shown. */
  about: string;
  isStale: boolean;
  /** Why the page that the address asks for is not the one on screen. */
  failure?: Failure;
  retry: () => void;
  /** Puts newer rows in the place of those of the same records; what else was fetched is fetched again when wanted. */
  replaceRows: (fresh: Page) => void;
  /** Forgets every page that was fetched, and fetches this one anew. */
  renew: () => void;
};

/** Pages of documents, as they became since: Back shows a document again as it once came. */
const renewed = new WeakMap<Page, Page>();

/** @param initial the page that came with the document */
export function useListPage(resource: Resource, query: ListQuery, initial: InitialPage): ListPage {
  const href = rowsHref(resource, query);
  const about = rowsHref(resource, { ...query, layout: defaultLayout(resource) });
  const [first] = useState(() => ({
    href: initial.href,
    about,
    page: renewed.get(initial.page) ?? initial.page,
  }));
  const cache = useRef(new Map(initial.failure ? [] : [[first.href, first.page]]));
  const latest = useRef(first);
  const [shown, setShown] = useState(first);
  // The same rows with these columns, and perhaps one that was hidden just now.
  const isHeld =
    shown.about === about &&
    query.layout.columns.every(({ field }) => shown.page.columns.includes(field));
  const [failure, setFailure] = useState(
    initial.failure && { ...initial.failure, href: initial.href },
  );
  const [attempt, setAttempt] = useState(0);

  const show = (loaded: typeof first) => {
    latest.current = loaded;
    if (loaded.href === initial.href) renewed.set(initial.page, loaded.page);
    setShown(loaded);
  };

  const replaceRows = (fresh: Page) => {
    const page = withRows(resource, latest.current.page, fresh);
    cache.current = new Map([[latest.current.href, page]]);
    show({ ...latest.current, page });
    // What comes next is fetched ahead again.
    setAttempt((count) => count + 1);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: an attempt is made again on request.
  useEffect(() => {
    // Not asked again by itself for what took too long.
    if (attempt === 0 && failure?.href === href) return;
    const request = new AbortController();
    const pages = cache.current;
    const load = async () => {
      const held = isHeld ? latest.current.page : undefined;
      const page = pages.get(href) ?? held ?? (await fetchPage(href, request.signal));
      pages.set(href, page);
      show({ href, about, page });
      setFailure(undefined);
      if (page.after) await fetchAhead(nextHref(resource, query, page), pages, request.signal);
    };
    load().catch((error: unknown) => {
      if (request.signal.aborted) return;
      const message = error instanceof Error ? error.message : String(error);
      setFailure({ href, message, isSlow: error instanceof TooSlow });
    });
    return () => request.abort();
  }, [href, attempt]);

  return {
    page: shown.page,
    about: shown.about,
    isStale: shown.href !== href && !isHeld,
    ...(failure?.href === href && { failure }),
    retry: () => setAttempt((count) => count + 1),
    replaceRows,
    renew: () => {
      cache.current = new Map();
      // No longer held: the database has other rows by now.
      setShown((now) => ({ ...now, about: "" }));
      setAttempt((count) => count + 1);
    },
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
  if (response.ok) return response.json();
  const problem: { title?: string; reason?: string } = await response.json().catch(() => ({}));
  if (problem.reason === slowReason) throw new TooSlow(problem.title);
  if (response.status === 400 && problem.title) throw new Error(problem.title);
  const id = response.headers.get("x-request-id");
  throw new Error(
    `The rows could not be loaded (${response.status}${id ? `, request ${id}` : ""}).`,
  );
}

class TooSlow extends Error {}
