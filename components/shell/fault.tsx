"use client";
// Client: what an error boundary shows: what happened, what was kept, the reference to quote, the way on.
import { CloudAlert, RotateCw } from "lucide-react";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { CopyButton } from "@/components/ui/copy-button";

export type FaultProps = { error: unknown; retry: () => void };

export function Fault({ error, retry }: FaultProps) {
  const reference = digestOf(error);
  return (
    <div className="mx-auto max-w-[480px] px-4 py-16">
      <CloudAlert aria-hidden className="mb-4 size-6 text-red" />
      <h1 className="text-xl font-semibold tracking-tight">This page could not be shown</h1>
      <div role="alert" className="mt-1.5 space-y-1.5 text-sm text-pretty text-muted">
        <p>The server or its database failed while preparing it, or did not answer in time.</p>
        <p>
          Everything saved before is kept. If you were saving, look at the history before you save
          again: a change counts only if it is listed there.
        </p>
      </div>
      {reference && (
        <p className="mt-4 flex items-center gap-1.5 text-sm">
          <span className="text-muted">Reference</span>
          <code className="wrap-anywhere">{reference}</code>
          <CopyButton text={reference} label="Copy reference" />
        </p>
      )}
      <div className="mt-5 flex flex-wrap gap-2">
        <Button variant="primary" onClick={retry}>
          <RotateCw aria-hidden />
          Try again
        </Button>
        {/* A page from the server: what this one has loaded may be what is broken. */}
        <a href="/history" className={buttonClass({})}>
          Look at the history
        </a>
      </div>
    </div>
  );
}

function digestOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("digest" in error)) return undefined;
  return typeof error.digest === "string" ? error.digest : undefined;
}
