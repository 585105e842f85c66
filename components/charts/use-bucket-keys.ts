"use client";
// Client: a chart's buckets by keyboard: arrows, Page Up and Down, Home and End; Enter opens what is behind a point.
import { type KeyboardEvent, type RefObject, useCallback } from "react";
import type uPlot from "uplot";

const steps: Record<string, number> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageUp: 10,
  PageDown: -10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

export function useBucketKeys(
  plot: RefObject<uPlot | undefined>,
  count: number,
  current: number | undefined,
  onPick: (index: number) => void,
): (event: KeyboardEvent) => void {
  return useCallback(
    (event) => {
      const drawn = plot.current;
      if (!drawn || event.metaKey || event.ctrlKey || event.altKey) return;
      const step = steps[event.key];
      if (step !== undefined) {
        event.preventDefault();
        const start = current ?? (step > 0 ? -1 : count);
        const index = Math.min(count - 1, Math.max(0, start + step));
        const left = drawn.valToPos(drawn.data[0]?.[index] ?? 0, "x");
        drawn.setCursor({ left, top: drawn.over.clientHeight / 2 });
      } else if (event.key === "Enter" && current !== undefined) {
        event.preventDefault();
        onPick(current);
      }
    },
    [plot, count, current, onPick],
  );
}
