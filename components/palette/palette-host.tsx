"use client";
// Client: what of the palette is in every page: its dialog, still empty, and the keys. The rest comes when it is opened.
import { usePathname } from "next/navigation";
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { loadPalette } from "@/components/palette/load-palette";
import { announcePalette } from "@/components/palette/opening";
import { PaletteField, PaletteInput } from "@/components/palette/palette-field";
import { PaletteUnavailable } from "@/components/palette/palette-unavailable";
import { type DeedActions, useDeeds } from "@/components/palette/use-deeds";
import { useShortcuts } from "@/components/palette/use-shortcuts";
import { useVisits } from "@/components/palette/use-visits";
import type { Command } from "@/lib/model/command";
import { type Shortcut, type ShortcutDeed, shortcutsFor } from "@/lib/model/shortcut";

const Palette = lazy(() => loadPalette().catch(() => ({ default: PaletteUnavailable })));
const ShortcutsDialog = lazy(() => import("@/components/palette/shortcuts-dialog"));

export type PaletteHostProps = Omit<DeedActions, "listShortcuts"> & {
  commands: Command[];
  /** Whose recent things are shown. */
  person: string;
};

export function PaletteHost({ commands, person, ...actions }: PaletteHostProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Each opening begins anew; what is shown stays while the dialog fades.
  const [opening, setOpening] = useState(0);
  const [listing, setListing] = useState(0);
  const [text, setText] = useState("");
  const pathname = usePathname();
  const shortcuts = useMemo(() => shortcutsFor(commands, pathname), [commands, pathname]);

  const keys = useMemo(() => new Map(shortcuts.flatMap(keysOf)), [shortcuts]);

  const toggle = useCallback(() => {
    if (dialog.current?.open) return dialog.current.close();
    setText("");
    setOpening((count) => count + 1);
    dialog.current?.showModal();
  }, []);
  const listShortcuts = useCallback(() => setListing((count) => count + 1), []);
  const act = useDeeds({ ...actions, listShortcuts });
  const actOnKeys = (deed: ShortcutDeed) => {
    if (deed.kind === "go" || deed.kind === "list shortcuts") return act(deed);
    if (deed.kind === "filter page") return filterPage();
    if (deed.kind === "search" || !focusPageSearch()) toggle();
  };

  useShortcuts(shortcuts, actOnKeys);
  useVisits(person, commands);
  useEffect(() => announcePalette(toggle), [toggle]);

  const close = () => dialog.current?.close();
  return (
    <>
      <dialog
        ref={dialog}
        closedby="any"
        aria-label="Search"
        className="overlay mx-auto mt-[12dvh] w-[calc(100%-32px)] max-w-[640px] overflow-hidden rounded-lg bg-raised shadow-overlay open:flex open:flex-col max-md:m-0 max-md:h-dvh max-md:max-h-none max-md:w-screen max-md:max-w-none max-md:rounded-none"
      >
        {opening > 0 && (
          <Suspense
            fallback={
              <PaletteField isLoading close={close}>
                <PaletteInput text={text} setText={setText} />
              </PaletteField>
            }
          >
            <Palette
              key={opening}
              keys={keys}
              {...{ commands, person, text, setText, act, close }}
            />
          </Suspense>
        )}
      </dialog>
      {listing > 0 && (
        <Suspense>
          <ShortcutsDialog key={listing} shortcuts={shortcuts} {...actions} />
        </Suspense>
      )}
    </>
  );
}

function keysOf({ keys, does }: Shortcut): [string, string[]][] {
  return does.kind === "go" ? [[does.href, keys]] : [];
}

/** @returns whether the page has a search of its own */
function focusPageSearch(): boolean {
  const search = document.querySelector<HTMLInputElement>("main input[type=search]");
  search?.focus();
  search?.select();
  return search !== null;
}

/** Where the page has a list. */
function filterPage(): void {
  document.querySelector<HTMLElement>("main [data-filter]")?.click();
}
