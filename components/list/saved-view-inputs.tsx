// Client: what the forms and dialogs about a saved view share.
import { names } from "@/lib/model/form-names";
import { type SavedView, viewLiterals } from "@/lib/model/saved-views";

export const dialogIds = {
  create: "save-view",
  edit: "edit-view",
  remove: "delete-view",
  conflict: "view-conflict",
};

/** Which view a form is about, and what was seen of it. */
export function ViewInputs({
  view,
  submission,
  seen = viewLiterals(view),
}: {
  view: SavedView;
  submission: string;
  seen?: Record<string, string | null>;
}) {
  return (
    <>
      <input type="hidden" name="id" value={view.id} />
      <input type="hidden" name={names.seen} value={JSON.stringify(seen)} />
      <input type="hidden" name={names.submission} value={submission} />
    </>
  );
}
