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

const words = { create: "created", update: "saved", delete: "deleted", reveal: "read" };

export async function Done({ actor, did }: DoneProps) {
  if (typeof did !== "string") return null;
  if (did === "nothing") return <Said message="Nothing to save" />;
  const change = await findChangeView(actor, did);
  if (!change || change.revertedById) return null;
  return <Said message={sentence(change)} changeId={change.id} />;
}

function Said({ message, changeId }: { message: string; changeId?: string }) {
  return (
    <DoneToast message={message} changeId={changeId} undo={undoChange}>
      <Notice
        tone={changeId ? "success" : "info"}
        title={message}
        className="mx-4 mb-4 md:mx-6"
        actions={changeId && <UndoForm changeId={changeId} action={undoChange} />}
      />
    </DoneToast>
  );
}

function sentence({ action, singular }: ChangeView): string {
  return `${singular.charAt(0).toUpperCase()}${singular.slice(1)} ${words[action]}`;
}
