"use client";
// Client: for how long something has been going on, counted since it is shown.
import { useEffect, useState } from "react";
import { durationText } from "@/lib/model/migrations/run";

const tickMs = 1_000;

export function RunElapsed() {
  const [elapsedMs, setElapsedMs] = useState(0);

  useEffect(() => {
    const startedAt = performance.now();
    const timer = setInterval(() => {
      setElapsedMs(Math.floor((performance.now() - startedAt) / tickMs) * tickMs);
    }, tickMs);
    return () => clearInterval(timer);
  }, []);

  return elapsedMs > 0 && <span className="tabular-nums">, {durationText(elapsedMs)}</span>;
}
