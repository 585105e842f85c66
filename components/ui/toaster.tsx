"use client";
// Client: mounts the toaster once somebody acts, or something is to be said: its code is not in the first load.
import { lazy, Suspense, useEffect, useState } from "react";
import { toasterWanted } from "@/components/ui/toast";

const SonnerToaster = lazy(() => import("@/components/ui/sonner-toaster"));

const acts = ["pointerdown", "keydown"];

export function Toaster() {
  const [isWanted, setIsWanted] = useState(false);
  useEffect(() => {
    const listening = new AbortController();
    const mount = () => {
      listening.abort();
      setIsWanted(true);
    };
    for (const act of acts) {
      window.addEventListener(act, mount, { capture: true, signal: listening.signal });
    }
    void toasterWanted.then(mount);
    return () => listening.abort();
  }, []);
  return (
    isWanted && (
      <Suspense>
        <SonnerToaster />
      </Suspense>
    )
  );
}
