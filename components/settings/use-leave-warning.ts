"use client";
// Client: asks before a page with unsaved edits is left, by a link or by the browser.
import { useEffect } from "react";

/** @param question `undefined` where nothing would be lost */
export function useLeaveWarning(question: string | undefined): void {
  useEffect(() => {
    if (!question) return;
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element && event.target.closest("a[href]");
      if (!(link instanceof HTMLAnchorElement) || link.target || event.ctrlKey || event.metaKey)
        return;
      const isSamePage = link.pathname === location.pathname && link.hash !== "";
      if (isSamePage || link.hasAttribute("data-discards")) return;
      if (window.confirm(question)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener("beforeunload", onUnload);
    // Before the router hears of it.
    document.addEventListener("click", onClick, { capture: true });
    return () => {
      window.removeEventListener("beforeunload", onUnload);
      document.removeEventListener("click", onClick, { capture: true });
    };
  }, [question]);
}
