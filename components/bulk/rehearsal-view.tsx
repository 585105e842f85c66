"use client";
// Client: what a rehearsal found, in numbers, and the moment of decision.
import { type FormEvent, useId, useState } from "react";
import { FailureList } from "@/components/bulk/failure-list";
import { CountText } from "@/components/list/count-text";
import { Button } from "@/components/ui/button";
import { DialogClose, DialogFooter } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { type BulkAct, type BulkRehearsal, type TouchedRows, typedFrom } from "@/lib/model/bulk";
import { counted } from "@/lib/model/counted";
import type { Resource } from "@/lib/model/resource";

type RehearsalViewProps = {
  dialog: string;
  resource: Resource;
  act: BulkAct;
  rehearsal: BulkRehearsal;
  isLive: boolean;
  onRun: () => void;
};

export function RehearsalView(props: RehearsalViewProps) {
  const { dialog, resource, act, rehearsal, isLive, onRun } = props;
  const { changed, unchanged, failed, done, of, isWhole, failures, ms } = rehearsal;
  const id = useId();
  const [typed, setTyped] = useState("");
  const isDeletion = act.kind === "delete";
  const number = isWhole ? changed : of.rows;
  const needsTyping = number > typedFrom || (isDeletion && isLive);
  const isTyped = typed.replace(/[\s,.]/g, "") === String(number);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!needsTyping || isTyped) onRun();
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <dl className="grid grid-cols-[1fr_auto] gap-x-6 gap-y-1.5 rounded-md border border-line px-3 py-2.5 text-sm">
        <Row label={isDeletion ? "Would be deleted" : "Would change"} rows={changed} isStrong />
        {unchanged > 0 && (
          <Row label={isDeletion ? "Are gone already" : "Already hold this"} rows={unchanged} />
        )}
        {failed > 0 && <Row label="Would be refused" rows={failed} look="text-red" />}
        {besides(rehearsal, resource.table, act).map(({ table, action, rows }) => (
          <Row
            key={`${table} ${action}`}
            label={
              <>
                Rows of <code>{table}</code> {action} along
              </>
            }
            rows={rows}
          />
        ))}
      </dl>
      {!isWhole && (
        <Notice tone="warning">
          Rehearsed {done.toLocaleString("en")} of <CountText count={of} />. What the others would
          do is likely, not known.
        </Notice>
      )}
      <p className="text-xs text-muted">
        Rehearsed in {ms < 1_000 ? `${ms} ms` : `${(ms / 1_000).toFixed(1)} s`} and taken back
        whole. It can be undone afterwards{isDeletion ? ", except for what is deleted along" : ""}.
      </p>
      <FailureList resource={resource} failures={failures} count={failed} />
      {changed > 0 && needsTyping && (
        <Field id={`${id}-number`} label={`Type ${number.toLocaleString("en")} to go on`}>
          {(control) => (
            <Input
              {...control}
              mono
              inputMode="numeric"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
      )}
      <DialogFooter>
        <DialogClose dialog={dialog} />
        {changed > 0 && (
          <Button
            type="submit"
            variant={isDeletion ? "danger" : "primary"}
            disabled={needsTyping && !isTyped}
          >
            {deed(rehearsal, resource, act)}
          </Button>
        )}
      </DialogFooter>
    </form>
  );
}

type RowProps = { label: React.ReactNode; rows: number; isStrong?: boolean; look?: string };

function Row({ label, rows, isStrong = false, look = "" }: RowProps) {
  return (
    <>
      <dt className={isStrong ? "font-medium" : `text-muted ${look}`}>{label}</dt>
      <dd className={`text-right tabular-nums ${isStrong ? "font-medium" : ""} ${look}`}>
        {rows.toLocaleString("en")}
      </dd>
    </>
  );
}

/** What happens in the tables beyond what was asked for. */
function besides({ touched }: BulkRehearsal, table: string, act: BulkAct): TouchedRows[] {
  const own = act.kind === "set" ? "updated" : "deleted";
  return touched.filter((rows) => rows.table !== table || rows.action !== own);
}

/** "Delete 12 sessions and 48 rows of progress": the button says all that it does. */
function deed(rehearsal: BulkRehearsal, resource: Resource, act: BulkAct): string {
  const { isWhole, of, changed } = rehearsal;
  const about = !isWhole && of.kind !== "exact" ? "about " : "";
  const own = `${about}${counted(isWhole ? changed : of.rows, resource.singular)}`;
  if (act.kind === "set") return `Change ${own}`;
  const along = besides(rehearsal, resource.table, act)
    .filter(({ action }) => action === "deleted")
    .reduce((sum, { rows }) => sum + rows, 0);
  const more = along > 0 && isWhole ? ` and ${counted(along, "row")} along` : "";
  return `Delete ${own}${more}`;
}
