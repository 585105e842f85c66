"use client";
// Client: the time of day on today's column. It goes on by itself.
import { useEffect, useState } from "react";
import { minuteOf, minutesADay, timeText, type Wall, wallAt } from "@/lib/model/calendar/wall";

const tickMs = 30_000;

/** @param now as the server had it, so that both agree at first */
export function NowLine({ now, zone }: { now: Wall; zone: string }) {
  const [at, setAt] = useState(now);
  useEffect(() => {
    const ticking = setInterval(() => setAt(wallAt(new Date(), zone)), tickMs);
    return () => clearInterval(ticking);
  }, [zone]);
  return (
    <div
      style={{ top: `${(minuteOf(at) / minutesADay) * 100}%` }}
      className="pointer-events-none absolute inset-x-0 z-10 border-t border-danger before:absolute before:-top-[4.5px] before:-left-1 before:size-2 before:rounded-full before:bg-danger"
    >
      <span className="sr-only">Now, {timeText(at)}</span>
    </div>
  );
}
