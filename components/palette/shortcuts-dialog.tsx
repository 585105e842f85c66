"use client";
// Client: the keys that do something, from the same table that they are listened for by, and the way to turn them off.
import { useEffect, useId, useState } from "react";
import { KeyHint } from "@/components/palette/key-hint";
import { type KeepPreferences, prefer } from "@/components/palette/prefer";
import { Dialog } from "@/components/ui/dialog";
import { listKeys } from "@/lib/model/list-keys";
import type { Shortcut } from "@/lib/model/shortcut";

type ShortcutsDialogProps = { shortcuts: Shortcut[]; keepPreferences: KeepPreferences };

export default function ShortcutsDialog({ shortcuts, keepPreferences }: ShortcutsDialogProps) {
  const id = useId();
  const [isOn, setIsOn] = useState(() => document.documentElement.dataset.shortcuts !== "off");
  const groups = [...new Set(shortcuts.map(({ group }) => group))];

  useEffect(() => {
    const dialog = document.getElementById(id);
    if (!(dialog instanceof HTMLDialogElement) || dialog.open) return;
    dialog.showModal();
    // Not the checkbox, which the next key would turn.
    dialog.querySelector<HTMLElement>("[command=close]")?.focus();
  }, [id]);

  function turn(on: boolean) {
    setIsOn(on);
    prefer("shortcuts", on ? "on" : "off", keepPreferences);
  }

  return (
    <Dialog id={id} title="Keyboard shortcuts">
      {groups.map((group) => (
        <KeyList
          key={group}
          heading={group}
          items={shortcuts.filter((shortcut) => shortcut.group === group)}
        />
      ))}
      <KeyList heading="In the table of a list" items={listKeys} />
      <label className="flex items-start gap-2.5 border-t border-line pt-3 text-sm">
        <input
          type="checkbox"
          checked={isOn}
          onChange={(event) => turn(event.target.checked)}
          className="mt-0.5 size-4 accent-accent"
        />
        <span>
          Shortcuts of single keys
          <span className="block text-xs text-pretty text-muted">
            Turn them off when speech input or a slip of the hand presses them. The search keeps its
            key.
          </span>
        </span>
      </label>
    </Dialog>
  );
}

type KeyListProps = { heading: string; items: { keys: string[]; label: string }[] };

function KeyList({ heading, items }: KeyListProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="pb-1 text-xs text-muted">
        {heading}
      </h3>
      <dl className="text-sm">
        {items.map(({ keys, label }) => (
          <div
            key={keys.join(" ")}
            className="flex min-h-8 items-center justify-between gap-4 border-t border-line py-1"
          >
            <dt>{label}</dt>
            <dd>
              <KeyHint keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
