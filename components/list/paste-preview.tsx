"use client";
// Client: what a paste would change, before it does: each cell as it is and as it will be, and what cannot be written.
import { useEffect, useEffectEvent, useMemo } from "react";
import { PastedRecord } from "@/components/list/pasted-record";
import type { CellEditingProps, Pasted } from "@/components/list/use-cell-editing";
import { usePaste } from "@/components/list/use-paste";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogFooter } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { Spinner } from "@/components/ui/spinner";
import { counted } from "@/lib/model/counted";
import { rowId } from "@/lib/model/list-row";
import { type DecidedRecord, isWritten } from "@/lib/model/paste-decisions";
import { type EmptyMeans, emptyMeanings, type PastePlan } from "@/lib/model/paste-plan";

type PastePreviewProps = CellEditingProps & { pasted: Pasted; onClose: () => void };

const dialogId = "paste-preview";
const shownRecords = 100;

export function PastePreview(props: PastePreviewProps) {
  const { resource, list, fields, pasted, onMove, onClose } = props;
  const close = useModal(dialogId, () => {
    onClose();
    const row = list.page.rows[pasted.row];
    const field = fields[pasted.column];
    if (row && field) onMove({ id: rowId(resource, list.page, row), field }, [0, 0]);
  });
  const paste = usePaste({ ...props, onDone: close });
  const { plan, records, error, isLoading, isSaving } = paste;
  const { cells, touched } = useMemo(() => countsOf(records), [records]);
  const remaining = records.length - shownRecords;
  return (
    <Dialog
      id={dialogId}
      title={`Paste into ${resource.label.toLowerCase()}`}
      description="All of it is written together, and one undo takes it back."
      width="lg"
    >
      {error && <Notice tone="danger" title={error} live />}
      {isLoading ? (
        <Skeleton className="h-40 w-full" />
      ) : (
        <>
          <Remarks plan={plan} />
          {plan.empty > 0 && (
            <EmptyChoice count={plan.empty} means={paste.means} onChoose={paste.choose} />
          )}
          {records.length > 0 && (
            <ul className="divide-y divide-line rounded-md border border-line">
              {records.slice(0, shownRecords).map((record) => (
                <PastedRecord
                  key={record.id}
                  record={record}
                  people={list.page.people}
                  onDecide={paste.decide}
                />
              ))}
            </ul>
          )}
          {remaining > 0 && (
            <p className="text-sm text-muted">
              And {counted(remaining, resource.singular)} more, in the same way.
            </p>
          )}
        </>
      )}
      <DialogFooter>
        <DialogClose dialog={dialogId} />
        <Button
          variant="primary"
          onClick={() => void paste.save()}
          disabled={cells === 0 || isLoading}
          aria-disabled={isSaving || undefined}
        >
          {isSaving && <Spinner label="Saving" />}
          {cells === 0
            ? "Nothing to change"
            : `Change ${counted(cells, "cell")} in ${counted(touched, resource.singular)}`}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

function countsOf(records: DecidedRecord[]) {
  const written = records.map((record) => record.cells.filter(isWritten).length);
  return {
    cells: written.reduce((sum, count) => sum + count, 0),
    touched: written.filter((count) => count > 0).length,
  };
}

function Remarks({ plan: { refused, unchanged, beyond, records } }: { plan: PastePlan }) {
  const wrong = records.flatMap(({ cells }) => cells).filter(({ error }) => error).length;
  const outside = [
    beyond.rows > 0 && counted(beyond.rows, "row"),
    beyond.columns > 0 && counted(beyond.columns, "column"),
  ].filter(Boolean);
  return (
    <>
      {(refused.length > 0 || outside.length > 0 || wrong > 0) && (
        <Notice tone="warning" title="Not all of it can be pasted">
          {refused.map(({ label, reason }) => (
            <p key={label}>
              {label} is left as it is. {reason}
            </p>
          ))}
          {outside.length > 0 && (
            <p>{outside.join(" and ")} more than the list has here are left out.</p>
          )}
          {wrong > 0 && (
            <p>
              {wrong === 1
                ? "1 cell is left as it is, for the reason beside it."
                : `${counted(wrong, "cell")} are left as they are, for the reasons beside them.`}
            </p>
          )}
        </Notice>
      )}
      {unchanged > 0 && (
        <p className="text-sm text-muted">
          {counted(unchanged, "cell")} {unchanged === 1 ? "holds" : "hold"} the same already.
        </p>
      )}
    </>
  );
}

const meanings: Record<EmptyMeans, string> = {
  null: "become NULL",
  empty: "become empty text",
  skip: "are skipped",
};

type EmptyChoiceProps = {
  count: number;
  means: EmptyMeans;
  onChoose: (means: EmptyMeans) => void;
};

/** Where a column cannot hold the one, it becomes the other. */
function EmptyChoice({ count, means, onChoose }: EmptyChoiceProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <label htmlFor="empty-cells">Empty cells ({count.toLocaleString("en")})</label>
      <Select
        id="empty-cells"
        className="max-w-52"
        value={means}
        onChange={(event) => onChoose(event.target.value as EmptyMeans)}
      >
        {emptyMeanings.map((each) => (
          <option key={each} value={each}>
            {meanings[each]}
          </option>
        ))}
      </Select>
    </div>
  );
}

/** Opens the dialog with that id for as long as this is mounted. @returns closes it */
function useModal(id: string, onClosed: () => void): () => void {
  const closed = useEffectEvent(onClosed);
  useEffect(() => {
    const dialog = document.getElementById(id);
    if (!(dialog instanceof HTMLDialogElement)) return;
    const listen = () => closed();
    dialog.addEventListener("close", listen);
    if (!dialog.open) dialog.showModal();
    return () => dialog.removeEventListener("close", listen);
  }, [id]);
  return () => (document.getElementById(id) as HTMLDialogElement | null)?.close();
}
