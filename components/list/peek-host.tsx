"use client";
// Client: listens to all links to records on the page, `a[data-peek]`, and opens a panel for the one that is chosen.
import { type ComponentType, lazy, Suspense, useEffect, useState } from "react";

export type Opening = {
  link: HTMLAnchorElement;
  /** Another one each time. */
  count: number;
};

const PeekPanel = lazy<ComponentType<Opening>>(() =>
  import("@/components/list/peek-panel").catch(() => ({ default: FollowLink })),
);

export function PeekHost() {
  const [opening, setOpening] = useState<Opening>();
  useEffect(() => {
    const follow = (event: MouseEvent | KeyboardEvent) => {
      const link = peekLink(event);
      if (!link) return;
      event.preventDefault();
      setOpening((before) => ({ link, count: (before?.count ?? 0) + 1 }));
    };
    document.addEventListener("click", follow);
    document.addEventListener("keydown", follow);
    return () => {
      document.removeEventListener("click", follow);
      document.removeEventListener("keydown", follow);
    };
  }, []);
  return (
    opening && (
      <Suspense>
        <PeekPanel {...opening} />
      </Suspense>
    )
  );
}

/** Where the panel cannot be had, the link is what it is. */
function FollowLink({ link }: Opening) {
  useEffect(() => window.location.assign(link.href), [link]);
  return null;
}

/** By the keyboard, Space does what Enter does to every link. */
function peekLink(event: MouseEvent | KeyboardEvent): HTMLAnchorElement | undefined {
  const { target, defaultPrevented, ctrlKey, metaKey, shiftKey, altKey } = event;
  if (defaultPrevented || ctrlKey || metaKey || shiftKey || altKey) return undefined;
  if (event instanceof KeyboardEvent ? event.key !== " " : event.button !== 0) return undefined;
  const link = target instanceof Element ? target.closest("a[data-peek]") : null;
  return link instanceof HTMLAnchorElement ? link : undefined;
}
