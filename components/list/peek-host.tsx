"use client";
// Client: one panel for all links to records on the page, `a[data-peek]`. What is in it comes when one is first chosen.
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { Popover } from "@/components/ui/popover";

const PeekView = lazy(() => import("@/components/list/peek-view"));

const anchorName = "--peek";

export function PeekHost() {
  const panel = useRef<HTMLDivElement>(null);
  const link = useRef<HTMLAnchorElement>(null);
  const [opening, setOpening] = useState({ count: 0, href: "", title: "" });

  useEffect(() => {
    const open = (chosen: HTMLAnchorElement) => {
      link.current?.style.removeProperty("anchor-name");
      chosen.style.setProperty("anchor-name", anchorName);
      link.current = chosen;
      const { pathname: href } = chosen;
      setOpening(({ count }) => ({ count: count + 1, href, title: chosen.dataset.peek ?? "" }));
      panel.current?.showPopover();
      panel.current?.focus();
    };
    const follow = (event: MouseEvent | KeyboardEvent) => {
      const chosen = peekLink(event);
      if (!chosen) return;
      event.preventDefault();
      open(chosen);
    };
    document.addEventListener("click", follow);
    document.addEventListener("keydown", follow);
    return () => {
      document.removeEventListener("click", follow);
      document.removeEventListener("keydown", follow);
    };
  }, []);

  /** Not every browser gives the focus back by itself, and a press elsewhere has moved it already. */
  const giveFocusBack = (event: React.ToggleEvent) => {
    const focused = document.activeElement;
    const isLost = focused === document.body || panel.current?.contains(focused);
    if (event.newState === "closed" && isLost) link.current?.focus({ preventScroll: true });
  };

  return (
    <Popover
      ref={panel}
      role="dialog"
      aria-label={opening.title}
      tabIndex={-1}
      onToggle={giveFocusBack}
      className="overlay max-h-[min(70dvh,480px)] w-[360px] overflow-y-auto rounded-lg bg-raised p-4 shadow-overlay outline-none max-md:mx-auto max-md:mt-auto max-md:mb-2 max-md:w-[calc(100%-16px)] md:anchored md:[position-anchor:--peek] md:[position-area:block-end_span-inline-end]"
    >
      {opening.count > 0 && (
        <Suspense fallback={<p className="text-base font-semibold">{opening.title}</p>}>
          <PeekView key={opening.count} href={opening.href} title={opening.title} />
        </Suspense>
      )}
    </Popover>
  );
}

/** By the keyboard, Space does what Enter does to every link. */
function peekLink(event: MouseEvent | KeyboardEvent): HTMLAnchorElement | undefined {
  const { target, defaultPrevented, ctrlKey, metaKey, shiftKey, altKey } = event;
  if (defaultPrevented || ctrlKey || metaKey || shiftKey || altKey) return undefined;
  if (event instanceof KeyboardEvent ? event.key !== " " : event.button !== 0) return undefined;
  const link = target instanceof Element ? target.closest("a[data-peek]") : null;
  return link instanceof HTMLAnchorElement ? link : undefined;
}
