"use client";
// Client: which records the list on screen is about, for what stands outside of it: its count in the page's header.
import { useEffect, useSyncExternalStore } from "react";

let current: string | undefined;
const listeners = new Set<() => void>();

function announce(matching: string | undefined): void {
  current = matching;
  for (const listener of listeners) listener();
}

/** @param matching as a query; see `matchingQuery` */
export function useAnnouncedMatching(matching: string): void {
  useEffect(() => announce(matching), [matching]);
  useEffect(() => () => announce(undefined), []);
}

/** `undefined` until a list says so. */
export function useMatchingOnScreen(): string | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
    () => undefined,
  );
}
