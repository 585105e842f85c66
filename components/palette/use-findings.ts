"use client";
// Client: what the server finds for the text as it stands. What is no longer wanted is aborted; what was found before
// stays as far as it still matches, so that nothing flickers.
import { useEffect, useState } from "react";
import { type Findings, stillMatching } from "@/lib/model/found";

const pauseMs = 120;
const none: Findings = { groups: [], unfinished: [] };

export type Search = {
  findings: Findings;
  isLoading: boolean;
  error?: string;
  retry: () => void;
};

/** @param text trimmed */
export function useFindings(text: string): Search {
  const [answer, setAnswer] = useState({ text: "", findings: none });
  const [failure, setFailure] = useState<{ text: string; message: string }>();
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: an attempt is made again on request.
  useEffect(() => {
    if (text === "") return;
    const request = new AbortController();
    const find = async () => {
      try {
        const findings = await fetchFindings(text, request.signal);
        setAnswer({ text, findings });
        setFailure(undefined);
      } catch (error) {
        if (request.signal.aborted) return;
        setFailure({ text, message: error instanceof Error ? error.message : String(error) });
      }
    };
    const pause = setTimeout(find, pauseMs);
    return () => {
      clearTimeout(pause);
      request.abort();
    };
  }, [text, attempt]);

  const isAnswered = text === "" || answer.text === text;
  const hasFailed = failure !== undefined && failure.text === text;
  return {
    findings:
      text === "" ? none : isAnswered ? answer.findings : stillMatching(answer.findings, text),
    isLoading: !isAnswered && !hasFailed,
    ...(hasFailed && { error: failure.message }),
    retry: () => {
      setFailure(undefined);
      setAttempt((count) => count + 1);
    },
  };
}

async function fetchFindings(text: string, signal: AbortSignal): Promise<Findings> {
  const response = await fetch(`/api/find?q=${encodeURIComponent(text)}`, { signal });
  if (response.status === 401) {
    const here = window.location.pathname + window.location.search;
    window.location.assign(`/login?next=${encodeURIComponent(here)}`);
    return new Promise<never>(() => {});
  }
  if (!response.ok) {
    const id = response.headers.get("x-request-id");
    throw new Error(
      `Records could not be searched (${response.status}${id ? `, request ${id}` : ""}).`,
    );
  }
  return response.json();
}
