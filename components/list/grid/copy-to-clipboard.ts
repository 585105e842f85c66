"use client";
// Client: puts cells on the clipboard, as text and as a table, and says how many.
import type { Copied } from "@/components/list/grid/copy-cells";
import type { GridCell } from "@/components/list/grid/grid-cell";
import { showToast } from "@/components/ui/toast";

/** The clipboard is asked at once, for browsers grant it only while a key is pressed; the text may come later. */
export function copyToClipboard(cells: GridCell[][]): void {
  const count = cells.flat().length;
  const copied = import("@/components/list/grid/copy-cells").then(({ readCells }) =>
    readCells(cells),
  );
  const blob = (type: keyof Copied) => copied.then((texts) => new Blob([texts[type]], { type }));
  const item = () =>
    new ClipboardItem({ "text/plain": blob("text/plain"), "text/html": blob("text/html") });
  write([item]).then(
    () => showToast({ message: count === 1 ? "1 cell copied" : `${count} cells copied` }),
    async () => {
      const description = await copied.then(
        () => "The browser does not let this page write to the clipboard.",
        (error: Error) => error.message,
      );
      showToast({ tone: "danger", message: "Nothing was copied", description });
    },
  );
}

/** Rejects where pages are given no clipboard: over plain HTTP, or refused by the person. */
async function write(items: (() => ClipboardItem)[]): Promise<void> {
  await navigator.clipboard.write(items.map((item) => item()));
}
