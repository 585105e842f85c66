// Server: after a write, the page it leads to says what was done: a toast, or a notice where no script runs.
import { undoChange } from "@/app/(admin)/[resource]/actions";
import { DoneToast } from "@/components/history/done-toast";
import { UndoForm } from "@/components/history/undo-form";
import { Notice } from "@/components/ui/notice";
import { findChangeView } from "@/lib/history/list-changes";
import type { Actor } from "@/lib/model/actor";
import type { ChangeView } from "@/lib/model/change";

type DoneProps = {
  actor: Actor;
  /** The number of the change in the history, or `nothing`: from the address, so it may be anything. */
  did: string | string[] | undefined;
};

const words = { create: "created", update: "saved", delete: "deleted" };

export async function Done({ actor, did }: DoneProps) {
  if (typeof did !== "string") return null;
  if (did === "nothing") return <DoneToast message="Nothing to save" undo={undoChange} />;
  const change = await findChangeView(actor, did);
  if (!change || change.revertedById) return null;
  const message = sentence(change);
  return (
    <>
      <DoneToast message={message} changeId={change.id} undo={undoChange} />
      <noscript>
        <Notice
          tone="success"
          title={message}
          className="mx-4 mt-4 md:mx-6"
          actions={<UndoForm changeId={change.id} action={undoChange} />}
        />
      </noscript>
    </>
  );
}

function sentence({ action, singular }: ChangeView): string {
  return `${singular.charAt(0).toUpperCase()}${singular.slice(1)} ${words[action]}`;
}
