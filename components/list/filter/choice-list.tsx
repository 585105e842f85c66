"use client";
// Client: values to choose one or several of.
import { type ReactNode, useId, useState } from "react";
import { Input } from "@/components/ui/input";

type ChoiceOption = {
  value: string;
  label: string;
  /** In front of the label. */
  icon?: ReactNode;
  /** At the right: how many. */
  aside?: string | undefined;
};

type ChoiceListProps = {
  label: string;
  name: string;
  choices: ChoiceOption[];
  chosen: string[];
  isMany: boolean;
  setChosen: (values: string[]) => void;
};

/** More than those are found by typing. */
const seenAtOnce = 9;

export function ChoiceList({ label, name, choices, chosen, isMany, setChosen }: ChoiceListProps) {
  const id = useId();
  const [text, setText] = useState("");
  const wanted = text.trim().toLowerCase();
  const shown = choices.filter(
    (choice) => chosen.includes(choice.value) || choice.label.toLowerCase().includes(wanted),
  );

  function choose(value: string, isChosen: boolean) {
    if (!isMany) setChosen([value]);
    else setChosen(isChosen ? [...chosen, value] : chosen.filter((each) => each !== value));
  }

  return (
    <>
      {choices.length > seenAtOnce && (
        <Input
          aria-label="Find a value"
          placeholder="Find a value"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <fieldset className="-mx-1 max-h-64 overflow-y-auto">
        <legend className="sr-only">{label}</legend>
        {shown.map(({ value, label: words, icon, aside }) => (
          <label
            key={value}
            className="flex min-h-8 items-center gap-2 rounded-md px-2 text-sm hover:bg-hover pointer-coarse:min-h-10"
          >
            <input
              type={isMany ? "checkbox" : "radio"}
              name={`${id}-${name}`}
              checked={chosen.includes(value)}
              onChange={(event) => choose(value, event.target.checked)}
              className="size-4 shrink-0 accent-accent"
            />
            {icon}
            <span className="min-w-0 flex-1 truncate">{words}</span>
            {aside && <span className="text-xs text-muted">{aside}</span>}
          </label>
        ))}
      </fieldset>
    </>
  );
}
