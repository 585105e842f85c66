// Server: after a write, the page it leads to says what was done: a toast, or a notice where no script runs.
import { undoChange } from "@/app/(admin)/[resource]/actions";
import { DoneToast, UndoForm } from "@/app/(admin)/done-loaded";
import { Notice } from "@/components/ui/notice";
import { findChangeView, isGroupId, listChanges } from "@/lib/history/list-changes";
import type { Actor } from "@/lib/model/actor";
import type { ChangeView } from "@/lib/model/change";
import { counted } from "@/lib/model/counted";

type DoneProps = {
  actor: Actor;
  /** The number of a change in the history, the UUID of a group, or `nothing`: from the address, so it may be anything. */
  did: string | string[] | undefined;
};

const shownOfGroup = 1_000;
const words = { create: "created", update: "saved", delete: "deleted", reveal: "read" };

export async function Done({ actor, did }: DoneProps) {
  if (typeof did !== "string") return null;
  if (did === "nothing") return <Said message="Nothing to save" />;
  if (isGroupId(did)) {
    const { changes } = await listChanges(actor, { group: did, limit: shownOfGroup });
    const standing = changes.filter(({ revertedById }) => !revertedById);
    const [first] = standing;
    return first ? <Said message={groupSentence(standing, first)} changeId={did} /> : null;
  }
  const change = await findChangeView(actor, did);
  if (!change || change.revertedById) return null;
  return <Said message={sentence(change)} {...(change.canUndo && { changeId: change.id })} />;
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

/** "5 settings saved"; of acts of several kinds "5 changes saved". */
function groupSentence(changes: ChangeView[], first: ChangeView): string {
  const isUniform = changes.every(({ singular }) => singular === first.singular);
  const isOneAction = changes.every(({ action }) => action === first.action);
  const count = counted(changes.length, isUniform ? first.singular : "change");
  return `${count} ${isOneAction ? words[first.action] : "saved"}`;
}

function sentence({ action, singular }: ChangeView): string {
  return `${singular.charAt(0).toUpperCase()}${singular.slice(1)} ${words[action]}`;
}
