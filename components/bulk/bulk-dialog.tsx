"use client";
// Client: the dialog of an act on many records: what to set, what a rehearsal found, how far it is, what came of it.
import { useState } from "react";
import { BulkOutcome, BulkProgress, outcomeText } from "@/components/bulk/bulk-run";
import { RehearsalView } from "@/components/bulk/rehearsal-view";
import { SetFields } from "@/components/bulk/set-fields";
import { undoGroup } from "@/components/bulk/undo-group";
import { type BulkPhase, useBulk } from "@/components/bulk/use-bulk";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogFooter } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { Spinner } from "@/components/ui/spinner";
import { showToast } from "@/components/ui/toast";
import type { BulkAct, BulkSelection } from "@/lib/model/bulk";
import type { Page } from "@/lib/model/page";
import type { Resource } from "@/lib/model/resource";

type BulkDialogProps = {
  id: string;
  kind: BulkAct["kind"];
  resource: Resource;
  /** "12 sessions", "all sessions that match" */
  selected: string;
  people: Page["people"];
  isLive: boolean;
  select: (act: BulkAct) => BulkSelection;
  /** The rows on screen are no longer what the database has. */
  onChanged: () => void;
  /** Closed after an act: what was selected has had its turn. */
  onDone: () => void;
};

export function BulkDialog(props: BulkDialogProps) {
  const { id, kind, resource, selected, people, isLive, select, onChanged, onDone } = props;
  const [round, setRound] = useState(0);
  const undo = (group: string) => void undoGroup(group, resource.singular, onChanged);
  const bulk = useBulk(resource.slug, select, ({ act, end, tally, group }) => {
    onChanged();
    const isShown = document.querySelector<HTMLDialogElement>(`#${id}`)?.open ?? false;
    const isWhole = end.state === "done" && tally.failed === 0;
    if (isShown && !isWhole) return;
    void showToast({
      message: outcomeText(resource, act, tally),
      tone: isWhole ? "success" : "warning",
      ...(group && tally.changed > 0 && { action: { label: "Undo", run: () => undo(group) } }),
    });
    if (isShown) close();
    finish();
  });
  const { phase } = bulk;

  function close() {
    document.querySelector<HTMLDialogElement>(`#${id}`)?.close();
  }

  function finish() {
    bulk.reset();
    setRound((count) => count + 1);
    onDone();
  }

  function closed() {
    if (phase.name === "running") return;
    if (phase.name === "ended") return finish();
    bulk.reset();
    setRound((count) => count + 1);
  }

  return (
    <Dialog
      id={id}
      title={kind === "set" ? "Set fields" : `Delete ${resource.label.toLowerCase()}`}
      description={descriptionOf(kind, selected, phase)}
      width="md"
      onClose={closed}
    >
      {/* What was typed outlives a rehearsal that refused it. */}
      <div key={round} hidden={phase.name !== "asking"}>
        {kind === "set" ? (
          <SetFields
            dialog={id}
            resource={resource}
            people={people}
            problem={phase.name === "asking" ? phase.problem : undefined}
            errors={phase.name === "asking" ? phase.errors : undefined}
            onSet={(values) => bulk.rehearse({ kind: "set", values })}
          />
        ) : (
          <AskDeletion
            dialog={id}
            problem={phase.name === "asking" ? phase.problem : undefined}
            onRehearse={() => bulk.rehearse({ kind: "delete" })}
          />
        )}
      </div>
      {phase.name === "rehearsing" && (
        <p role="status" className="flex items-center gap-2 py-4 text-sm text-muted">
          <Spinner label="Rehearsing" /> Trying it out, and taking it back
        </p>
      )}
      {phase.name === "rehearsed" && (
        <RehearsalView
          {...{ dialog: id, resource, isLive, act: phase.act, rehearsal: phase.rehearsal }}
          onRun={bulk.run}
        />
      )}
      {phase.name === "running" && <BulkProgress phase={phase} onCancel={bulk.cancel} />}
      {phase.name === "ended" && (
        <BulkOutcome
          {...{ dialog: id, resource, phase, bulk }}
          onUndo={(group) => {
            undo(group);
            close();
          }}
        />
      )}
    </Dialog>
  );
}

type AskDeletionProps = { dialog: string; problem: string | undefined; onRehearse: () => void };

function AskDeletion({ dialog, problem, onRehearse }: AskDeletionProps) {
  return (
    <div className="flex flex-col gap-4">
      {problem && (
        <Notice tone="danger" live>
          {problem}
        </Notice>
      )}
      <DialogFooter>
        <DialogClose dialog={dialog} />
        <Button variant="primary" onClick={onRehearse}>
          See what would be deleted
        </Button>
      </DialogFooter>
    </div>
  );
}

function descriptionOf(kind: BulkAct["kind"], selected: string, { name }: BulkPhase): string {
  if (name === "ended") return "";
  if (name === "running") return "It goes on when this is closed.";
  return kind === "set"
    ? `In ${selected}. Nothing is changed before you have seen what would be.`
    : `Of ${selected}. Nothing is deleted before you have seen what would be.`;
}
