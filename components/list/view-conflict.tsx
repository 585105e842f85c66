"use client";
// Client: why a changed view was not saved; where somebody else was quicker, both versions and the choice between them.
import { dialogIds, ViewInputs } from "@/components/list/saved-view-inputs";
import type { SaveViewState } from "@/components/list/saved-view-state";
import { Dialog, DialogClose, DialogFooter } from "@/components/ui/dialog";
import { SubmitButton } from "@/components/ui/submit-button";
import { paramsOf, type SavedView, viewLiterals } from "@/lib/model/saved-views";

type ViewConflictProps = {
  view: SavedView;
  /** What is on screen. */
  definition: string;
  state: SaveViewState;
  save: (form: FormData) => void;
};

export function ViewConflict({ view, definition, state, save }: ViewConflictProps) {
  const theirs = state.conflicts?.definition;
  return (
    <Dialog id={dialogIds.conflict} title="Not saved" description={state.error} width="md">
      {typeof theirs === "string" && (
        <>
          <dl className="flex flex-col gap-3 text-sm">
            <Version label="Saved by somebody else" definition={theirs} />
            <Version label="On your screen" definition={definition} />
          </dl>
          <form action={save}>
            <ViewInputs
              view={view}
              submission={state.submission ?? ""}
              seen={{ ...viewLiterals(view), ...state.conflicts }}
            />
            <input type="hidden" name="definition" value={definition} />
            <DialogFooter>
              <DialogClose dialog={dialogIds.conflict} />
              <SubmitButton pendingLabel="Saving">Save yours instead</SubmitButton>
            </DialogFooter>
          </form>
        </>
      )}
    </Dialog>
  );
}

function Version({ label, definition }: { label: string; definition: string }) {
  const parts = Object.entries(paramsOf(definition));
  return (
    <div>
      <dt className="text-muted">{label}</dt>
      {parts.length === 0 && <dd>Everything, in the usual order and layout</dd>}
      {parts.map(([name, value]) => (
        <dd key={name} className="font-mono text-xs wrap-anywhere">
          {value === "" ? name : `${name}=${value}`}
        </dd>
      ))}
    </div>
  );
}
