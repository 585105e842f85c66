"use client";
// Client: the dialogs about saved views: a new one, what the one on screen is called and who sees it, deleting it.
import { useActionState } from "react";
import { SavedViewForm } from "@/components/list/saved-view-form";
import { dialogIds, ViewInputs } from "@/components/list/saved-view-inputs";
import type { SavedViewsProps, SaveViewState } from "@/components/list/saved-view-state";
import { roleNames } from "@/components/list/saved-view-words";
import { ViewConflict } from "@/components/list/view-conflict";
import { Dialog, DialogClose, DialogFooter } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Resource } from "@/lib/model/resource";
import { maxNameLength, type SavedView } from "@/lib/model/saved-views";

type SavedViewDialogsProps = {
  resource: Resource;
  /** The one on screen. */
  view?: SavedView;
  /** What is on screen. */
  definition: string;
  saved: SavedViewsProps;
  conflict: { state: SaveViewState; save: (form: FormData) => void };
};

export function SavedViewDialogs({
  resource,
  view,
  definition,
  saved,
  conflict,
}: SavedViewDialogsProps) {
  return (
    <>
      <Dialog
        id={dialogIds.create}
        title="Save as new view"
        description="It keeps filter, search, order, columns and density, not the rows."
      >
        <SavedViewForm
          {...{ resource, saved, definition }}
          dialog={dialogIds.create}
          initial={{
            name: view ? `${view.name.slice(0, maxNameLength - 5)} copy` : "",
            isShared: false,
            defaultFor: [],
          }}
          submitLabel="Save view"
        />
      </Dialog>
      {view?.mayChange && (
        <>
          <Dialog id={dialogIds.edit} title={`Rename or share “${view.name}”`}>
            <SavedViewForm
              key={view.id}
              {...{ resource, saved, view }}
              dialog={dialogIds.edit}
              initial={view}
              submitLabel="Save"
            />
          </Dialog>
          <DeleteDialog key={view.id} {...{ resource, view, saved }} />
          <ViewConflict {...{ view, definition, ...conflict }} />
        </>
      )}
    </>
  );
}

function DeleteDialog({
  resource,
  view,
  saved,
}: {
  resource: Resource;
  view: SavedView;
  saved: SavedViewsProps;
}) {
  const [state, remove] = useActionState(saved.remove, {});
  return (
    <Dialog
      id={dialogIds.remove}
      title={`Delete “${view.name}”?`}
      description={consequence(resource, view)}
    >
      {state.error && (
        <Notice tone="danger" live>
          {state.error}
        </Notice>
      )}
      <form action={remove}>
        <ViewInputs view={view} submission={state.submission ?? saved.submission} />
        <DialogFooter>
          <DialogClose dialog={dialogIds.remove} />
          <SubmitButton variant="danger" pendingLabel="Deleting">
            Delete view
          </SubmitButton>
        </DialogFooter>
      </form>
    </Dialog>
  );
}

function consequence({ label }: Resource, { isShared, defaultFor }: SavedView): string {
  const records = `The ${label.toLowerCase()} themselves stay as they are.`;
  if (defaultFor.length > 0)
    return `It is the default for ${roleNames(defaultFor)}, who see all ${label.toLowerCase()} again. Links to it no longer work. ${records}`;
  if (isShared) return `It disappears for everybody, and links to it no longer work. ${records}`;
  return `Only you see it. ${records}`;
}
