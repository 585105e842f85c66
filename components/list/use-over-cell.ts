"use client";
// Client: holds a popover over a cell while the list is scrolled or the window changes.
import { type RefObject, useLayoutEffect } from "react";

const margin = 8;
/** The editor's padding, so that its control lies on what it edits. */
const inset = 6;

/** @param leastWidth in pixels; `undefined` for exactly the cell */
export function useOverCell(
  popover: RefObject<HTMLElement | null>,
  cell: HTMLElement,
  leastWidth: number | undefined,
): void {
  useLayoutEffect(() => {
    const element = popover.current;
    if (!element) return;
    if (!element.matches(":popover-open")) element.showPopover();
    const place = () => {
      // A cell that was scrolled out of a long page is gone; the editor stays where it was.
      if (!cell.isConnected) return;
      const { left, top, width, height } = cell.getBoundingClientRect();
      const room = document.documentElement.clientWidth - 2 * margin;
      const shown = leastWidth === undefined ? width : Math.min(Math.max(width, leastWidth), room);
      element.style.width = `${shown}px`;
      element.style.height = leastWidth === undefined ? `${height}px` : "fit-content";
      const isOpen = leastWidth !== undefined;
      const lowest = window.innerHeight - element.offsetHeight - margin;
      const rightmost = margin + room - shown;
      element.style.left = `${isOpen ? Math.max(margin, Math.min(left - inset, rightmost)) : left}px`;
      element.style.top = `${isOpen ? Math.max(margin, Math.min(top - inset, lowest)) : top}px`;
    };
    place();
    const growth = new ResizeObserver(place);
    growth.observe(element);
    window.addEventListener("scroll", place, true);
    window.addEventListener("resize", place);
    return () => {
      growth.disconnect();
      window.removeEventListener("scroll", place, true);
      window.removeEventListener("resize", place);
    };
  }, [popover, cell, leastWidth]);
}
