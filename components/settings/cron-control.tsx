"use client";
// Client: a cron expression and when it comes due next; as it is typed, once its reader has been loaded.
import { useEffect, useState } from "react";
import { Input, type InputProps } from "@/components/ui/input";

type CronControlProps = InputProps & { text: string /** Of `text`. */; runs: string[] };

export function CronControl({ text, runs: first, ...control }: CronControlProps) {
  const [expression, setExpression] = useState(text);
  const [runs, setRuns] = useState(first);

  useEffect(() => {
    if (expression === text) return setRuns(first);
    let isStale = false;
    void import("@/lib/model/settings/cron").then(({ nextRuns }) => {
      if (!isStale) setRuns(nextRuns(expression, new Date()));
    });
    return () => {
      isStale = true;
    };
  }, [expression, text, first]);

  return (
    <>
      <Input
        {...control}
        mono
        value={expression}
        onChange={(event) => setExpression(event.target.value)}
      />
      <p className="text-xs text-muted">
        {runs.length > 0 ? `Next in UTC: ${runs.map(shortly).join(" · ")}` : "It never comes due."}
      </p>
    </>
  );
}

/** `2026-11-23T07:15:00.000Z` → `Mon 23 Nov 07:15` */
function shortly(instant: string): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "UTC",
  });
  return parts.format(new Date(instant)).replaceAll(",", "");
}
