"use client";
// Client: whether the keyboard has a Command key; false on the server and in what it sent.
import { useIsHydrated } from "@/components/ui/use-is-hydrated";

export function useIsMac(): boolean {
  return useIsHydrated() && isMac();
}

export function isMac(): boolean {
  return /mac|iphone|ipad/i.test(navigator.platform);
}
