"use client";
// Client: a record at a glance, fetched when it is looked at.
import { useEffect, useState } from "react";
import { LiteralView } from "@/components/list/literal-view";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { Skeleton } from "@/components/ui/skeleton";
import type { Peek } from "@/lib/model/peek";

type PeekViewProps = {
  /** The record's own address. */
  href: string;
  /** As the link has it. */
  title: string;
};

type Loaded = { peek: Peek } | { problem: string; canRetry: boolean };

export function PeekView({ href, title }: PeekViewProps) {
  const [loaded, setLoaded] = useState<Loaded>();
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: an attempt is made again on request.
  useEffect(() => {
    const request = new AbortController();
    setLoaded(undefined);
    fetchPeek(href, request.signal).then(
      (answer) => setLoaded(answer),
      () => {
        if (request.signal.aborted) return;
        setLoaded({ problem: "The server did not answer.", canRetry: true });
      },
    );
    return () => request.abort();
  }, [href, attempt]);

  const peek = loaded && "peek" in loaded ? loaded.peek : undefined;
  return (
    <div aria-busy={!loaded} className="flex flex-col gap-3 text-sm">
      <h2 className="text-base font-semibold wrap-anywhere">{peek?.title ?? title}</h2>
      {!loaded && <Loading />}
      {loaded && "problem" in loaded && <p role="alert">{loaded.problem}</p>}
      {peek && <Values peek={peek} />}
      <footer className="flex gap-2" data-keep-open={peek ? undefined : ""}>
        <LinkButton href={href} prefetch={false} size="sm">
          Open {peek?.singular ?? "record"}
        </LinkButton>
        {loaded && "problem" in loaded && loaded.canRetry && (
          <Button size="sm" variant="ghost" onClick={() => setAttempt((count) => count + 1)}>
            Try again
          </Button>
        )}
      </footer>
    </div>
  );
}

function Values({ peek }: { peek: Peek }) {
  const { fields, cells, people, related, zone } = peek;
  const now = new Date(peek.now);
  return (
    <dl className="grid grid-cols-[minmax(72px,auto)_minmax(0,1fr)] gap-x-4 gap-y-1.5">
      {fields.map((field, index) => (
        <div key={field.name} className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-muted">{field.label}</dt>
          <dd className="line-clamp-3 wrap-anywhere">
            <LiteralView
              {...{ field, people, related, zone, now }}
              cell={cells[index] ?? null}
              isInLink
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Loading() {
  return (
    <div role="status" className="flex flex-col gap-2.5 py-1">
      <span className="sr-only">Loading</span>
      {["w-3/5", "w-2/5", "w-4/5", "w-1/2", "w-3/5"].map((width, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they stay as they are.
        <Skeleton key={index} className={`h-3 ${width}`} />
      ))}
    </div>
  );
}

async function fetchPeek(href: string, signal: AbortSignal): Promise<Loaded> {
  const response = await fetch(`/api/peek${href}`, { signal });
  if (response.ok) return { peek: await response.json() };
  if (response.status === 401) {
    window.location.assign(`/login?next=${encodeURIComponent(href)}`);
    return new Promise<never>(() => {});
  }
  if (response.status === 404) {
    return { problem: "There is no such record any more.", canRetry: false };
  }
  if (response.status === 403) return { problem: "You may not read this.", canRetry: false };
  const id = response.headers.get("x-request-id");
  return {
    problem: `The record could not be loaded (${response.status}${id ? `, request ${id}` : ""}).`,
    canRetry: true,
  };
}
