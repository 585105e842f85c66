"use client";
// Client: listens for the keys of the table of shortcuts, except where they are text.
import { useEffect, useRef } from "react";
import { isMac } from "@/components/palette/use-is-mac";
import {
  match,
  pressedKey,
  type Shortcut,
  type ShortcutDeed,
  searchKey,
} from "@/lib/model/shortcut";

/** Between the keys of a sequence. */
const pauseMs = 2_500;

export function useShortcuts(shortcuts: Shortcut[], act: (deed: ShortcutDeed) => void): void {
  const pressed = useRef<{ keys: string[]; at: number }>({ keys: [], at: 0 });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const key = pressedKey(event, isMac());
      if (key === undefined || event.isComposing || event.repeat) return;
      if (event.defaultPrevented || (key !== searchKey && isElsewhere(event.target))) return;
      const { keys, at } = pressed.current;
      const goesOn = event.timeStamp - at < pauseMs;
      const sequence = goesOn ? [...keys, key] : [key];
      // A key that does not go on may begin anew.
      const matches = [sequence, [key]].map((each) => ({ each, meant: match(shortcuts, each) }));
      const found = matches.find(({ meant }) => meant.kind !== "none");
      const isBegun = found?.meant.kind === "begun";
      pressed.current = { keys: isBegun ? found.each : [], at: event.timeStamp };
      if (found?.meant.kind !== "done") return;
      event.preventDefault();
      act(found.meant.does);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [shortcuts, act]);
}

/** In what is typed into, in front of the page, or where single keys are turned off. */
function isElsewhere(target: EventTarget | null): boolean {
  const typed = "input, textarea, select, [contenteditable], [role=listbox], [role=menu]";
  return (
    document.documentElement.dataset.shortcuts === "off" ||
    (target instanceof Element && target.closest(typed) !== null) ||
    document.querySelector("dialog:modal, :popover-open") !== null
  );
}
