"use client";
// Client: the grid of a calendar is one stop of the Tab key, and so is what stands beside it; arrows go to what lies in
// their direction. Without a script every link is a stop of its own.
import { type KeyboardEvent, type RefObject, useEffect, useRef } from "react";

const directions: Record<string, [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** What lies aside of the direction counts as this much further away. */
const asideWeight = 3;

/**
 * Each `[data-stop]` is one; its items are `[data-item]`. Buttons beside the current item, within the same
 * `[data-event]`, are stops with it.
 */
export function useRovingFocus(root: RefObject<HTMLElement | null>, isEnabled: boolean) {
  const current = useRef(new WeakMap<Element, Element>());

  // The calendar draws anew whatever changes in it, so this looks after every drawing.
  useEffect(() => {
    if (!isEnabled || !root.current) return;
    for (const stop of root.current.querySelectorAll<HTMLElement>("[data-stop]")) {
      const items = itemsOf(stop);
      const kept = items.find((item) => item === current.current.get(stop));
      settle(stop, kept ?? items.find((item) => item.matches("[data-first]")) ?? items[0]);
    }
  });

  return {
    onFocus: ({ target }: { target: EventTarget }) => {
      if (!isEnabled || !(target instanceof Element) || !target.matches("[data-item]")) return;
      const stop = target.closest<HTMLElement>("[data-stop]");
      if (!stop) return;
      current.current.set(stop, target);
      settle(stop, target);
    },
    /** Whether the key moved the focus. */
    handlesKey: ({ key, target, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean => {
      const direction = directions[key];
      const isPlain = !shiftKey && !altKey && !ctrlKey && !metaKey;
      if (!isEnabled || !direction || !isPlain || !root.current) return false;
      if (!(target instanceof Element) || !target.matches("[data-item]")) return false;
      const next = nearest(itemsOf(root.current), target, direction);
      next?.focus();
      return true;
    },
  };
}

/** What is not drawn, on a phone or on a wide window, is none. */
function itemsOf(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>("[data-item]")].filter((item) =>
    item.checkVisibility(),
  );
}

function settle(stop: HTMLElement, current: Element | undefined): void {
  for (const item of stop.querySelectorAll<HTMLElement>("[data-item], [data-event] button")) {
    const isCurrent =
      item === current ||
      (item.matches("button") && current?.closest("[data-event]")?.contains(item) === true);
    item.tabIndex = isCurrent ? 0 : -1;
  }
}

function nearest(
  items: HTMLElement[],
  from: Element,
  [x, y]: [number, number],
): HTMLElement | undefined {
  const start = centreOf(from);
  const reachable = items.flatMap((item) => {
    const { left, top } = centreOf(item);
    const ahead = (left - start.left) * x + (top - start.top) * y;
    const aside = Math.abs((left - start.left) * y) + Math.abs((top - start.top) * x);
    return ahead > 1 && item !== from ? [{ item, distance: ahead + aside * asideWeight }] : [];
  });
  return reachable.sort((a, b) => a.distance - b.distance)[0]?.item;
}

function centreOf(element: Element): { left: number; top: number } {
  const box = element.getBoundingClientRect();
  return { left: box.left + box.width / 2, top: box.top + box.height / 2 };
}
