"use client";
// Client: says in a corner what was just done. The toaster's code comes with the first key or press.
import type { NoticeTone } from "@/components/ui/notice";

export type Toast = {
  /** "3 sessions deleted" */
  message: string;
  description?: string;
  tone?: NoticeTone;
  /** "Undo" and the like. */
  action?: { label: string; run: () => void };
};

type Show = (toast: Toast) => void;

let hostArrived: (show: Show) => void;
const host = new Promise<Show>((resolve) => {
  hostArrived = resolve;
});

let hostWanted: () => void;
/** When there is a toast to show. */
export const toasterWanted = new Promise<void>((resolve) => {
  hostWanted = resolve;
});

/** Waits for the toaster if it is still on its way. */
export async function showToast(toast: Toast): Promise<void> {
  hostWanted();
  (await host)(toast);
}

/** Called once, by the toaster, when it can show toasts. */
export function announceToaster(show: Show): void {
  hostArrived(show);
}
