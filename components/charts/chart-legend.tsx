"use client";
// Client: which line is which, as switches, and what each is at the bucket under the pointer.
import { lineColours, lineDashes } from "@/components/charts/palette";
import type { Readout } from "@/components/charts/readout";

type ChartLegendProps = {
  labels: string[];
  told: Readout | undefined;
  hidden: ReadonlySet<number>;
  onToggle: (line: number) => void;
};

export function ChartLegend({ labels, told, hidden, onToggle }: ChartLegendProps) {
  return (
    // As tall as it may become, so that the chart stays where it is.
    <div
      className={`flex flex-wrap content-start items-start gap-x-1 gap-y-0.5 pb-1 text-xs max-md:min-h-24 ${labels.length > 2 ? "min-h-16" : "min-h-8"}`}
    >
      {labels.map((label, line) => (
        <button
          // Lines keep their places.
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may have the same name.
          key={line}
          type="button"
          aria-pressed={!hidden.has(line)}
          onClick={() => onToggle(line)}
          className="flex h-7 max-w-full items-center gap-2 rounded-md px-2 transition-colors hover:bg-hover pointer-coarse:h-10 not-aria-pressed:text-faint not-aria-pressed:line-through"
        >
          <LineSample line={line} />
          <span className="truncate font-medium">{label}</span>
          {told?.values[line] && <span className="text-muted">{told.values[line]}</span>}
        </button>
      ))}
      <p className="ml-auto flex h-7 items-center gap-3 px-2 text-muted">
        {told?.events && (
          <span className="flex items-center gap-1.5">
            <span aria-hidden className="size-2 rotate-45 bg-amber" />
            {told.events}
          </span>
        )}
        <span>{told ? told.at : "Drag to zoom, press a point to open it"}</span>
      </p>
    </div>
  );
}

function LineSample({ line }: { line: number }) {
  const { className } = lineColours[line % lineColours.length] ?? lineColours[0];
  const dash = lineDashes[line % lineDashes.length] ?? [];
  return (
    <svg aria-hidden viewBox="0 0 20 4" className={`h-1 w-5 shrink-0 ${className}`}>
      <path d="M0 2h20" stroke="currentColor" strokeWidth="2" strokeDasharray={dash.join(" ")} />
    </svg>
  );
}
