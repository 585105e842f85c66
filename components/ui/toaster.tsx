"use client";
// Client: mounts the toaster after hydration, so that its code is not in the first load.
import { lazy, Suspense, useEffect, useState } from "react";

const SonnerToaster = lazy(() => import("@/components/ui/sonner-toaster"));

export function Toaster() {
  const [isHydrated, setIsHydrated] = useState(false);
  useEffect(() => setIsHydrated(true), []);
  if (!isHydrated) return null;
  return (
    <Suspense>
      <SonnerToaster />
    </Suspense>
  );
}
