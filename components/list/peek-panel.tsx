"use client";
// Client: the one panel of a page that shows a record at a glance, hung from the link that was chosen.
import { type ToggleEvent, useLayoutEffect, useRef } from "react";
import type { Opening } from "@/components/list/peek-host";
import { PeekView } from "@/components/list/peek-view";
import { Popover } from "@/components/ui/popover";

/** At the foot of narrow windows, below the link in others. */
const place =
  "max-md:mx-auto max-md:mt-auto max-md:mb-2 max-md:w-[calc(100%-16px)] " +
  "md:anchored md:[position-anchor:--peek] md:[position-area:block-end_span-inline-end]";

export default function PeekPanel({ link, count }: Opening) {
  const panel = useRef<HTMLDivElement>(null);
  const title = link.dataset.peek ?? "";

  // biome-ignore lint/correctness/useExhaustiveDependencies: the same link may be chosen again.
  useLayoutEffect(() => {
    link.style.setProperty("anchor-name", "--peek");
    if (!panel.current?.matches(":popover-open")) panel.current?.showPopover();
    panel.current?.focus();
    return () => {
      link.style.removeProperty("anchor-name");
    };
  }, [link, count]);

  /** Not every browser does so by itself, and a press elsewhere has moved the focus already. */
  const giveFocusBack = ({ newState }: ToggleEvent) => {
    const focused = document.activeElement;
    const isLost = focused === document.body || panel.current?.contains(focused);
    if (newState === "closed" && isLost) link.focus({ preventScroll: true });
  };

  return (
    <Popover
      ref={panel}
      role="dialog"
      aria-label={title}
      tabIndex={-1}
      onToggle={giveFocusBack}
      className={`overlay max-h-[min(70dvh,480px)] w-[360px] overflow-y-auto rounded-lg bg-raised p-4 shadow-overlay outline-none ${place}`}
    >
      <PeekView key={count} href={link.pathname} title={title} />
    </Popover>
  );
}
