// Server: how charts ask the database: a deadline, and few at a time, so that lists and records go on meanwhile.
import "server-only";
import type { Transaction } from "@/lib/db/client";
import { read } from "@/lib/db/client";
import { createGate } from "@/lib/db/deadlines";
import { DatabaseUnavailable } from "@/lib/errors";
import { requestSignal } from "@/lib/request-signal";

/** What one answer may take; a page says so when it is not enough. */
export const chartDeadlineMs = 8_000;

const atOnce = 2;

// Bundles may load this module more than once; the gate is one per process.
const holder = globalThis as { fastappAdminChartGate?: ReturnType<typeof createGate> };

/** @throws DatabaseUnavailable when others' charts took all the time there was */
export async function ask<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  holder.fastappAdminChartGate ??= createGate(atOnce);
  const signal = requestSignal();
  const leave = await holder.fastappAdminChartGate.enter(
    chartDeadlineMs,
    () => new DatabaseUnavailable("Other charts are being counted. Try again in a moment."),
    signal,
  );
  try {
    return await read(work, { deadlineMs: chartDeadlineMs, signal });
  } finally {
    leave();
  }
}
