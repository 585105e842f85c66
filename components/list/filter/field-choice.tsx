"use client";
// Client: the fields that a list can be filtered by, found by typing.
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { Input } from "@/components/ui/input";
import type { Field } from "@/lib/model/resource";

type FieldChoiceProps = { label: string; fields: Field[]; onChoose: (field: Field) => void };

export function FieldChoice({ label, fields, onChoose }: FieldChoiceProps) {
  const id = useId();
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the option that is active by now.
  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [active]);

  const found = fields.filter((field) => isFound(field, text));
  const at = Math.min(active, found.length - 1);
  const optionId = (index: number) => `${id}-${index}`;

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = event.key === "Enter" && found[at];
    if (!step && !chosen) return;
    event.preventDefault();
    if (step) setActive((at + step + found.length) % Math.max(found.length, 1));
    if (chosen) onChoose(chosen);
  }

  return (
    <>
      <label htmlFor={`${id}-text`} className="mb-1.5 block text-xs text-muted">
        {label}
      </label>
      <Input
        id={`${id}-text`}
        ref={input}
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={found.length > 0 ? optionId(at) : undefined}
        placeholder="Find a field"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label="Fields"
        className="-mx-1 mt-2 max-h-72 overflow-y-auto"
      >
        {found.map((field, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the input, which names the active option.
          <div
            key={field.name}
            id={optionId(index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onClick={() => onChoose(field)}
            onPointerMove={() => setActive(index)}
            className="flex h-8 cursor-default items-center justify-between gap-3 rounded-md px-2 text-sm aria-selected:bg-hover pointer-coarse:h-10"
          >
            <span className="truncate">{field.label}</span>
            <code className="shrink-0 text-2xs text-faint">{field.type}</code>
          </div>
        ))}
      </div>
      <p role="status" className="px-1 text-xs text-muted">
        {found.length === 0 && "No field is called so."}
      </p>
    </>
  );
}

function isFound({ label, name, column }: Field, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  return [label, name, column].some((each) => each.toLowerCase().includes(wanted));
}
