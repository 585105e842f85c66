// Server or client: entries of the history, newest first, and the way to older ones.
import { History } from "lucide-react";
import { ChangeEntry } from "@/components/history/change-entry";
import { type UndoAction, UndoForm } from "@/components/history/undo-form";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { ChangeView, HistoryPage } from "@/lib/model/change";

type ChangeListProps = {
  page: HistoryPage;
  /** The address of this list, to which the older page is added. */
  href: string;
  undo: UndoAction;
};

export function ChangeList({ page, href, undo }: ChangeListProps) {
  const now = new Date();
  if (page.changes.length === 0) {
    return (
      <EmptyState icon={<History />} title="No changes yet">
        Whatever is created, changed or deleted here is written down, and can be undone.
      </EmptyState>
    );
  }
  return (
    <div className="px-4 md:px-6">
      <ol className="rounded-md border border-line bg-surface">
        {page.changes.map((change) => (
          <ChangeEntry
            key={change.id}
            change={change}
            now={now}
            undo={change.canUndo && <UndoForm changeId={undoable(change)} action={undo} />}
          />
        ))}
      </ol>
      {page.before && (
        <div className="mt-4 flex justify-center">
          <LinkButton href={`${href}${href.includes("?") ? "&" : "?"}before=${page.before}`}>
            Older changes
          </LinkButton>
        </div>
      )}
    </div>
  );
}

function undoable({ id, group, standsForGroup }: ChangeView): string {
  return standsForGroup && group ? group.id : id;
}
