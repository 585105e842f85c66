"use client";
// Client: whether scripts run by now; false on the server and in what it sent, so that both agree.
import { useSyncExternalStore } from "react";

const never = () => () => {};

export function useIsHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
