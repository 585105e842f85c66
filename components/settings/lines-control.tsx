"use client";
// Client: the items of a list: a line each where no script runs, rows to add to and take from where one does.
import { Plus, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { InputProps } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { useIsHydrated } from "@/components/ui/use-is-hydrated";

type LinesControlProps = InputProps & { text: string; label: string };
type Item = { id: number; text: string };

export function LinesControl({ text, label, name, id, ...control }: LinesControlProps) {
  const isHydrated = useIsHydrated();
  const nextId = useRef(0);
  const [items, setItems] = useState(() => split(text, nextId));
  const holder = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const lines = items.map((item) => item.text).join("\n");

  // The form counts what changed when it hears of input.
  // biome-ignore lint/correctness/useExhaustiveDependencies: said again whenever the lines change.
  useEffect(() => {
    holder.current?.dispatchEvent(new Event("input", { bubbles: true }));
  }, [lines]);

  if (!isHydrated) {
    return <Textarea id={id} name={name} defaultValue={text} rows={Math.max(2, items.length)} />;
  }

  function add() {
    setItems([...items, { id: nextId.current++, text: "" }]);
    // After the row is there.
    setTimeout(() => list.current?.querySelector<HTMLInputElement>("li:last-child input")?.focus());
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: the label of the setting names it.
    <div
      id={id}
      role="group"
      aria-label={label}
      aria-describedby={control["aria-describedby"]}
      className="flex flex-wrap gap-1.5"
    >
      <input ref={holder} type="hidden" name={name} value={lines} />
      <ul ref={list} className="contents">
        {items.map((item, index) => (
          <li
            key={item.id}
            className="flex max-w-full items-center rounded-md border border-control bg-surface has-[:focus-visible]:border-focus"
          >
            <input
              aria-label={`${label}, item ${index + 1}`}
              aria-invalid={control["aria-invalid"]}
              autoComplete="off"
              value={item.text}
              onChange={(event) =>
                setItems(items.with(index, { id: item.id, text: event.target.value }))
              }
              className="field-sizing-content h-7 max-w-full min-w-8 bg-transparent pl-2 text-sm outline-none pointer-coarse:h-9"
            />
            <button
              type="button"
              aria-label={`Remove ${item.text || "the empty item"}`}
              onClick={() => setItems(items.filter(({ id }) => id !== item.id))}
              className="grid size-7 shrink-0 place-items-center rounded-sm text-muted hover:text-ink pointer-coarse:size-9"
            >
              <X aria-hidden className="size-3.5" />
            </button>
          </li>
        ))}
      </ul>
      <Button variant="ghost" size="sm" onClick={add}>
        <Plus aria-hidden />
        Add an item
      </Button>
    </div>
  );
}

function split(text: string, nextId: { current: number }): Item[] {
  if (text === "") return [];
  return text.split("\n").map((line) => ({ id: nextId.current++, text: line }));
}
