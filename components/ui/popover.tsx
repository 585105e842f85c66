"use client";
// Client: a popover that closes once something inside it was chosen. Opening needs no script.
import type { ComponentProps, MouseEvent } from "react";

/** Clicks on links and buttons close it and those it hangs from, unless they sit in a `data-keep-open`. */
export function Popover({ children, ...props }: ComponentProps<"div">) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens to the controls inside it; keys click them too.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same.
    <div popover="auto" onClick={closeAfterChoice} {...props}>
      {children}
    </div>
  );
}

function closeAfterChoice(event: MouseEvent) {
  const chosen = event.target instanceof Element && event.target.closest("a, button");
  if (!chosen || chosen.closest("[data-keep-open]")) return;
  for (const open of document.querySelectorAll<HTMLElement>(":popover-open")) open.hidePopover();
}
