"use client";
// Client: how many records match the filter in the address, quickly; exactly, when somebody asks and waits.
import { useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import { CountText } from "@/components/list/count-text";
import { useMatchingOnScreen } from "@/components/list/matching-on-screen";
import type { Count } from "@/lib/model/page";
import { resourceHref } from "@/lib/model/resource";

/** Of which records, as `matchingQuery` writes it; `null` where nothing is known. */
type Known = { of: string; count: Count | null };

type LiveCountProps = {
  slug: string;
  /** `sessions` */
  things: string;
  /** What came with the page. */
  initial: Known;
  /** An exact count was asked for by the address, in vain. */
  tookTooLong: boolean;
};

export function LiveCount({ slug, things, initial, tookTooLong }: LiveCountProps) {
  const params = useSearchParams();
  const of = useMatchingOnScreen() ?? initial.of;
  const known = useCount(slug, of, initial);
  const exact = useExactCount(slug, of);
  const isKnown = known.of === of;
  const count = exact.count ?? known.count;
  const isSlow = exact.isSlow || (tookTooLong && initial.of === of && !exact.isRunning);
  const href = `?${new URLSearchParams([...params, ["count", "exact"]])}`;
  return (
    <>
      {count && (
        <span className={isKnown ? "" : "opacity-60"}>
          <CountText count={count} />
        </span>
      )}
      {exact.isRunning ? (
        <>
          <span className="ml-2 text-xs">Counting…</span>
          <button type="button" onClick={exact.cancel} className={actionClass}>
            Cancel
          </button>
        </>
      ) : (
        isKnown &&
        count?.kind !== "exact" && (
          <>
            {isSlow && " · counting took too long"}
            {(count || of) && !isSlow && (
              <a
                href={href}
                onClick={(event) => {
                  event.preventDefault();
                  exact.start();
                }}
                className={actionClass}
              >
                Count exactly
              </a>
            )}
          </>
        )
      )}
      <span role="status" className="sr-only">
        {exact.isRunning && `Counting ${things}`}
        {exact.count && `${exact.count.rows.toLocaleString("en")} ${things}`}
        {exact.isSlow && "Counting took too long."}
      </span>
    </>
  );
}

const actionClass = "ml-2 inline-flex min-h-6 items-center text-xs underline hover:text-ink";

/** The one before stays until the next is known. */
function useCount(slug: string, of: string, initial: Known): Known {
  const [state, setState] = useState({ from: initial, known: initial });
  // Records were changed: the server sent another.
  if (state.from !== initial) setState({ from: initial, known: initial });
  const isKnown = state.known.of === of;
  useEffect(() => {
    if (isKnown) return;
    const request = new AbortController();
    fetchCount(slug, of, request.signal).then(
      (count) =>
        request.signal.aborted ||
        setState((before) => ({ ...before, known: { of, count: count ?? null } })),
    );
    return () => request.abort();
  }, [slug, of, isKnown]);
  return state.known;
}

type Exact = { of: string; request?: AbortController; count?: Count; isSlow?: boolean };

function useExactCount(slug: string, of: string) {
  const [state, setState] = useState<Exact>({ of });
  const { request } = state;
  // Nobody waits for it any more: the database stops counting.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another filter is another count.
  useEffect(() => () => request?.abort(), [request, of]);

  async function start() {
    const controller = new AbortController();
    setState({ of, request: controller });
    const count = await fetchCount(slug, `${of}&exact`, controller.signal);
    if (controller.signal.aborted) return;
    setState(count ? { of, count } : { of, isSlow: true });
  }
  const current: Exact = state.of === of ? state : { of };
  return {
    start,
    cancel: () => setState({ of }),
    isRunning: current.request !== undefined,
    count: current.count,
    isSlow: current.isSlow === true,
  };
}

/** Without an answer nothing is known. */
async function fetchCount(
  slug: string,
  of: string,
  signal: AbortSignal,
): Promise<Count | undefined> {
  try {
    const response = await fetch(`/api/rows${resourceHref({ slug })}/count?${of}`, { signal });
    return response.ok ? ((await response.json()) ?? undefined) : undefined;
  } catch {
    return undefined;
  }
}
