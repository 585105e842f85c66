"use client";
// Client: a colour as text, with a swatch to choose it by once scripts run.
import { useState } from "react";
import { Input, type InputProps } from "@/components/ui/input";
import { useIsHydrated } from "@/components/ui/use-is-hydrated";

type ColourControlProps = InputProps & { text: string; label: string };

const whole = /^#[0-9a-f]{6}$/i;

export function ColourControl({ text, label, ...control }: ColourControlProps) {
  const [colour, setColour] = useState(text);
  const isHydrated = useIsHydrated();
  const swatch = whole.test(colour) ? colour : longForm(colour);
  return (
    <span className="flex items-center gap-2">
      {isHydrated && (
        <input
          type="color"
          aria-label={`${label}: choose`}
          value={swatch ?? "#000000"}
          onChange={(event) => setColour(event.target.value)}
          className="h-8 w-10 shrink-0 cursor-pointer rounded-md border border-control bg-surface p-1 pointer-coarse:h-10"
        />
      )}
      <Input
        {...control}
        mono
        value={colour}
        onChange={(event) => setColour(event.target.value)}
        className="max-w-32"
      />
    </span>
  );
}

/** `#abc` → `#aabbcc`; without its transparency, which a swatch cannot hold. */
function longForm(colour: string): string | undefined {
  if (/^#[0-9a-f]{3}$/i.test(colour)) return colour.replace(/[0-9a-f]/gi, "$&$&");
  return /^#[0-9a-f]{8}$/i.test(colour) ? colour.slice(0, 7) : undefined;
}
