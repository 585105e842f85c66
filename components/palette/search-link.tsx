"use client";
// Client: the visible way to the search: opens the palette; a link to the search page until scripts run.
import { Search } from "lucide-react";
import type { MouseEvent } from "react";
import { KeyHint } from "@/components/palette/key-hint";
import { loadPalette } from "@/components/palette/load-palette";
import { openPalette } from "@/components/palette/opening";
import { buttonClass } from "@/components/ui/button-class";
import { searchKey } from "@/lib/model/shortcut";

/** `icon` where there is no room for words. */
export function SearchLink({ look }: { look: "field" | "icon" }) {
  const isIcon = look === "icon";
  return (
    // A plain link: nothing of the search page is fetched ahead.
    <a
      href="/find"
      onClick={openInstead}
      onPointerEnter={loadAhead}
      onFocus={loadAhead}
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      {...(isIcon && { "aria-label": "Search", title: "Search" })}
      className={
        isIcon
          ? buttonClass({ variant: "ghost", iconOnly: true })
          : "flex h-8 items-center gap-2 rounded-md border border-line-strong bg-surface px-2 text-sm text-muted hover:text-ink pointer-coarse:h-10"
      }
    >
      <Search aria-hidden className="size-4 shrink-0" />
      {!isIcon && (
        <>
          <span className="flex-1">Search…</span>
          <span aria-hidden className="pointer-coarse:hidden">
            <KeyHint keys={[searchKey]} />
          </span>
        </>
      )}
    </a>
  );
}

function openInstead(event: MouseEvent) {
  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  openPalette();
}

/** A failure is told when it is opened. */
function loadAhead() {
  loadPalette().catch(() => {});
}
