"use client";
// Client: the delete button and the moment of decision.
import { Trash2 } from "lucide-react";
import { useActionState } from "react";
import { Dialog, DialogButton, DialogClose, DialogFooter } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { names } from "@/lib/model/form-names";

type DeleteRecordProps = {
  singular: string;
  title: string;
  submission: string;
  action: (state: { error?: string }, form: FormData) => Promise<{ error?: string }>;
};

const dialogId = "delete-record";

export function DeleteRecord({ singular, title, submission, action }: DeleteRecordProps) {
  const [state, submit] = useActionState(action, {});
  return (
    <>
      <DialogButton dialog={dialogId} variant="ghost">
        <Trash2 aria-hidden />
        Delete
      </DialogButton>
      <Dialog
        id={dialogId}
        title={`Delete this ${singular}?`}
        description={
          <>
            <span className="font-medium text-ink wrap-anywhere">{title}</span> is removed from the
            table. The history keeps it whole, so this can be undone.
          </>
        }
      >
        {state.error && (
          <Notice tone="danger" live>
            {state.error}
          </Notice>
        )}
        <form action={submit}>
          <input type="hidden" name={names.submission} value={submission} />
          <DialogFooter>
            <DialogClose dialog={dialogId} />
            <SubmitButton variant="danger" pendingLabel="Deleting">
              Delete {singular}
            </SubmitButton>
          </DialogFooter>
        </form>
      </Dialog>
    </>
  );
}
