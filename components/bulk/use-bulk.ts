"use client";
// Client: an act on many records from the question to its outcome: rehearsed, confirmed, run, cancelled.
import { useRef, useState } from "react";
import { sendForLines } from "@/components/ui/send-for-lines";
import {
  type BulkAct,
  type BulkEnd,
  type BulkFailure,
  type BulkLine,
  type BulkRehearsal,
  type BulkRequest,
  type BulkSelection,
  type BulkTally,
  noTally,
  shownFailures,
} from "@/lib/model/bulk";

type BulkState = { tally: BulkTally; failures: BulkFailure[]; group?: string };

export type BulkPhase =
  | { name: "asking"; problem?: string; errors?: Record<string, string> }
  | { name: "rehearsing" }
  | { name: "rehearsed"; act: BulkAct; rehearsal: BulkRehearsal }
  | ({ name: "running"; act: BulkAct; of: number } & BulkState)
  | ({ name: "ended"; act: BulkAct; end: BulkEnd | { state: "lost" } } & BulkState);

export type Bulk = {
  phase: BulkPhase;
  rehearse: (act: BulkAct) => void;
  /** What was rehearsed; after a lost connection the same again, which goes on where it stopped. */
  run: () => void;
  cancel: () => void;
  reset: () => void;
};

type Prepared = { request: BulkRequest; promised: number; submission: string };

/** @param onEnd told once a run has ended, however it did */
export function useBulk(
  slug: string,
  select: (act: BulkAct) => BulkSelection,
  onEnd: (ended: Extract<BulkPhase, { name: "ended" }>) => void,
): Bulk {
  const [phase, setPhase] = useState<BulkPhase>({ name: "asking" });
  const prepared = useRef<Prepared>(undefined);
  const stop = useRef<AbortController>(undefined);
  const address = `/api/bulk/${encodeURIComponent(slug)}`;

  async function rehearse(act: BulkAct) {
    const own = new AbortController();
    stop.current = own;
    setPhase({ name: "rehearsing" });
    const request = { act, selection: select(act) };
    const answer = await postJson(`${address}/rehearsal`, request, own.signal);
    if (own.signal.aborted) return;
    if (!answer.ok) return setPhase({ name: "asking", ...answer });
    const { rehearsal } = answer;
    prepared.current = { request, promised: rehearsal.of.rows, submission: crypto.randomUUID() };
    setPhase({ name: "rehearsed", act, rehearsal });
  }

  async function run() {
    if (!prepared.current) return;
    const { request, promised, submission } = prepared.current;
    const { act } = request;
    const own = new AbortController();
    stop.current = own;
    let state: BulkState = { tally: noTally, failures: [] };
    let end: BulkEnd | { state: "lost" } = { state: "lost" };
    setPhase({ name: "running", act, of: promised, ...state });
    try {
      const body = JSON.stringify({ ...request, promised, submission });
      const refusal = await sendForLines<BulkLine>(
        address,
        { body, signal: own.signal },
        (lines) => {
          for (const line of lines) {
            state = advanced(state, line);
            if (line.kind === "ended") end = line;
          }
          setPhase({ name: "running", act, of: promised, ...state });
        },
      );
      if (refusal) return setPhase({ name: "asking", problem: refusal.sentence });
    } catch {
      if (own.signal.aborted) {
        end = { state: "cancelled" };
        state = await withLastChunk(address, state);
      }
    }
    const ended = { name: "ended", act, end, ...state } as const;
    setPhase(ended);
    onEnd(ended);
  }

  return {
    phase,
    rehearse: (act) => void rehearse(act),
    run: () => void run(),
    cancel: () => stop.current?.abort(),
    reset: () => {
      stop.current?.abort();
      prepared.current = undefined;
      setPhase({ name: "asking" });
    },
  };
}

function advanced(state: BulkState, line: BulkLine): BulkState {
  if (line.kind === "begun") return { ...state, group: line.group };
  if (line.kind === "ended") return state;
  const { done, changed, unchanged, failed } = line;
  const failures = [...state.failures, ...line.failures].slice(0, shownFailures);
  return { ...state, tally: { done, changed, unchanged, failed }, failures };
}

/** The chunk that was under way when the run was cancelled is kept, and nobody was told of it. */
async function withLastChunk(address: string, state: BulkState): Promise<BulkState> {
  if (!state.group) return state;
  const response = await fetch(`${address}?group=${state.group}`).catch(() => undefined);
  if (!response?.ok) return state;
  const { changes: changed }: { changes: number } = await response.json();
  const { unchanged, failed } = state.tally;
  return { ...state, tally: { ...state.tally, changed, done: changed + unchanged + failed } };
}

type Rehearsed =
  | { ok: true; rehearsal: BulkRehearsal }
  | { ok: false; problem: string; errors?: Record<string, string> };

async function postJson(address: string, body: object, signal: AbortSignal): Promise<Rehearsed> {
  const unreachable = {
    ok: false,
    problem: "The server cannot be reached. Nothing was done.",
  } as const;
  const response = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    signal,
  }).catch(() => undefined);
  if (!response) return unreachable;
  const answer = await response.json().catch(() => ({}));
  if (response.ok) return { ok: true, rehearsal: answer };
  return { ok: false, problem: answer.title ?? unreachable.problem, errors: answer.errors };
}
