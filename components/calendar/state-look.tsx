// Server or client: a record's state as a tone and a shape, so that colour never speaks alone.
import {
  Circle,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleDot,
  CircleMinus,
} from "lucide-react";
import { toneOf } from "@/components/list/option-badge";
import type { Tone } from "@/components/ui/badge";

const grounds: Record<Tone, string> = {
  neutral: "border-line-strong bg-sunken text-muted",
  green: "border-green-line bg-green-soft text-green",
  amber: "border-amber-line bg-amber-soft text-amber",
  red: "border-red-line bg-red-soft text-red",
  blue: "border-blue-line bg-blue-soft text-blue",
  violet: "border-violet-line bg-violet-soft text-violet",
};

const inks: Record<Tone, string> = {
  neutral: "text-muted",
  green: "text-green",
  amber: "text-amber",
  red: "text-red",
  blue: "text-blue",
  violet: "text-violet",
};

const shapes: Record<Tone, typeof Circle> = {
  neutral: CircleMinus,
  green: CircleCheck,
  amber: CircleDashed,
  red: CircleAlert,
  blue: CircleDot,
  violet: Circle,
};

/** Classes of a chip's ground, edge and text. */
export function stateGround(state: string | undefined): string {
  return grounds[state === undefined ? "neutral" : toneOf(state)];
}

export function StateIcon({ state, className = "" }: { state?: string; className?: string }) {
  if (state === undefined) return null;
  const tone = toneOf(state);
  const Shape = shapes[tone];
  return <Shape aria-hidden className={`size-3 shrink-0 ${inks[tone]} ${className}`} />;
}

/** Which shape and colour stand for which state. */
export function StateLegend({ states }: { states: string[] }) {
  return (
    <ul aria-label="States" className="flex flex-wrap gap-x-3 gap-y-1 text-xs text-muted">
      {states.map((state) => (
        <li key={state} className="flex items-center gap-1">
          <StateIcon state={state} />
          {state}
        </li>
      ))}
    </ul>
  );
}
