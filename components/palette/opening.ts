"use client";
// Client: how what leads to the search asks the one palette of the page to open.

type Open = () => void;

let open: Open = () => {};

/** Called by the palette's host when it can open. */
export function announcePalette(openPalette: Open): void {
  open = openPalette;
}

export function openPalette(): void {
  open();
}
