"use client";
// Client: Fault for the boundaries outside of the shell: every page loads these, and hardly one needs them.
import { lazy, Suspense } from "react";
import type { FaultProps } from "@/components/shell/fault";

const Fault = lazy(() =>
  import("@/components/shell/fault").then(
    (module) => ({ default: module.Fault }),
    () => ({ default: PlainFault }),
  ),
);

export function FaultWhenNeeded(props: FaultProps) {
  return (
    <Suspense>
      <Fault {...props} />
    </Suspense>
  );
}

/** Where even its code cannot be had. */
function PlainFault({ retry }: FaultProps) {
  return (
    <div role="alert" className="p-4 text-sm">
      <h1 className="font-medium">This page could not be shown</h1>
      <button type="button" onClick={retry} className="mt-2 underline">
        Try again
      </button>
    </div>
  );
}
