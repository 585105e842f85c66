"use client";
// Client: how far an act on many records is, and what came of it.
import { useEffect, useRef } from "react";
import { FailureList } from "@/components/bulk/failure-list";
import type { Bulk, BulkPhase } from "@/components/bulk/use-bulk";
import { Button } from "@/components/ui/button";
import { DialogClose, DialogFooter } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { BulkAct, BulkTally } from "@/lib/model/bulk";
import { counted } from "@/lib/model/counted";
import type { Resource } from "@/lib/model/resource";

type Running = Extract<BulkPhase, { name: "running" }>;
type Ended = Extract<BulkPhase, { name: "ended" }>;

export function BulkProgress({ phase, onCancel }: { phase: Running; onCancel: () => void }) {
  const { tally, of } = phase;
  const bar = useRef<HTMLProgressElement>(null);
  // The button that had the focus is gone.
  useEffect(() => bar.current?.focus(), []);
  return (
    <div className="flex flex-col gap-4">
      <progress
        ref={bar}
        tabIndex={-1}
        aria-label="Progress"
        max={Math.max(of, 1)}
        value={Math.min(tally.done, of)}
        className="h-1.5 w-full overflow-hidden rounded-full accent-accent outline-none"
      />
      <p role="status" className="text-sm text-muted tabular-nums">
        {tally.done.toLocaleString("en")} of {of.toLocaleString("en")}
        {tally.failed > 0 && `, ${tally.failed.toLocaleString("en")} refused`}
      </p>
      <DialogFooter>
        <Button onClick={onCancel}>Cancel</Button>
      </DialogFooter>
    </div>
  );
}

type OutcomeProps = {
  dialog: string;
  resource: Resource;
  phase: Ended;
  bulk: Bulk;
  onUndo: (group: string) => void;
};

export function BulkOutcome({ dialog, resource, phase, bulk, onUndo }: OutcomeProps) {
  const { end, act, tally, failures, group } = phase;
  const isWhole = end.state === "done" && tally.failed === 0;
  const sentence = "sentence" in end ? end.sentence : undefined;
  return (
    <div className="flex flex-col gap-4">
      <Notice live tone={isWhole ? "success" : "warning"} title={outcomeText(resource, act, tally)}>
        {end.state === "cancelled" && <p>Cancelled. What was done by then stays.</p>}
        {end.state === "lost" && (
          <p>
            The connection was lost on the way, so there may be more by now. Going on changes
            nothing twice.
          </p>
        )}
        {sentence && <p>{sentence}</p>}
        {tally.failed > 0 && (
          <p>{counted(tally.failed, resource.singular)} refused and stayed as they are.</p>
        )}
      </Notice>
      <FailureList resource={resource} failures={failures} count={tally.failed} />
      <DialogFooter>
        {group && tally.changed > 0 && (
          <Button onClick={() => onUndo(group)}>Undo {counted(tally.changed, "change")}</Button>
        )}
        {end.state === "lost" && (
          <Button variant="primary" onClick={bulk.run}>
            Go on
          </Button>
        )}
        <DialogClose dialog={dialog} variant="primary">
          Close
        </DialogClose>
      </DialogFooter>
    </div>
  );
}

/** "1,204 sessions changed" */
export function outcomeText({ singular }: Resource, act: BulkAct, { changed }: BulkTally): string {
  return `${counted(changed, singular)} ${act.kind === "set" ? "changed" : "deleted"}`;
}
