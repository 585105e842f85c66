"use client";
// Client: mounts the toaster after hydration, so that its code is not in the first load.
import { lazy, Suspense } from "react";
import { useIsHydrated } from "@/components/ui/use-is-hydrated";

const SonnerToaster = lazy(() => import("@/components/ui/sonner-toaster"));

export function Toaster() {
  if (!useIsHydrated()) return null;
  return (
    <Suspense>
      <SonnerToaster />
    </Suspense>
  );
}
