"use client";
// Client: a timestamp as its literal, with the platform's picker beside it and a sentence that says what it means.
import { CalendarDays } from "lucide-react";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { Input, type InputProps } from "@/components/ui/input";
import { relativeTime } from "@/components/ui/relative-time";
import { useIsHydrated } from "@/components/ui/use-is-hydrated";
import { instantOf } from "@/lib/model/instant";
import type { Field } from "@/lib/model/resource";

type TimestampInputProps = {
  input: InputProps & { value: string };
  field: Field;
  zone: string;
  onType: (text: string) => void;
};

export function TimestampInput({ input, field, zone, onType }: TimestampInputProps) {
  const picker = useRef<HTMLInputElement>(null);
  // Words that depend on the reader's clock and language come after hydration.
  const isHydrated = useIsHydrated();

  const shownZone = field.kind === "timestamp" ? zone : "UTC";
  const at = instantOf(input.value.trim(), shownZone);
  const pick = (wall: string) => {
    const literal = wall.replace("T", " ");
    const seconds = literal.length === 16 ? `${literal}:00` : literal;
    onType(field.kind === "timestamptz" ? `${seconds}+00` : seconds);
  };

  return (
    <>
      <div className="relative flex gap-2">
        <Input {...input} mono />
        {isHydrated && (
          <>
            <Button
              iconOnly
              aria-label={`Pick ${field.label.toLowerCase()} from a calendar`}
              onClick={() => picker.current?.showPicker()}
            >
              <CalendarDays aria-hidden />
            </Button>
            <input
              ref={picker}
              type="datetime-local"
              step={1}
              tabIndex={-1}
              aria-hidden
              value={input.value.replace(" ", "T").slice(0, 19)}
              onChange={(event) => event.target.value && pick(event.target.value)}
              className="pointer-events-none absolute right-0 bottom-0 h-px w-8 opacity-0"
            />
          </>
        )}
      </div>
      {isHydrated && at && (
        <p className="text-xs text-muted">
          {inWords(at, shownZone)} · {relativeTime(at, new Date())}
        </p>
      )}
    </>
  );
}

function inWords(at: Date, zone: string): string {
  const text = new Intl.DateTimeFormat("en-GB", {
    dateStyle: "full",
    timeStyle: "short",
    timeZone: zone,
  }).format(at);
  return `${text} ${zone}`;
}
