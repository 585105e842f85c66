"use client";
// Client: edits a cell where it stands, in the control of its kind. Enter saves, Tab saves and goes on, Escape leaves.
import { type KeyboardEvent, useId, useRef } from "react";
import { ChoiceSelect } from "@/components/form/choice-select";
import { hasLines, isPicked, ValueControl } from "@/components/form/value-control";
import { CellConflict } from "@/components/list/cell-conflict";
import { stepOf, useElsewhere, useFocusIn } from "@/components/list/cell-editor-focus";
import { useCellDraft } from "@/components/list/use-cell-draft";
import type { CellEditingProps, OpenEdit, Step } from "@/components/list/use-cell-editing";
import { useOverCell } from "@/components/list/use-over-cell";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { Spinner } from "@/components/ui/spinner";

type CellEditorProps = CellEditingProps & { edit: OpenEdit; onClose: () => void };

export function CellEditor(props: CellEditorProps) {
  const { resource, list, edit, onMove, onClose } = props;
  const { field } = edit;
  const title = edit.title || `this ${resource.singular}`;
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const draft = useCellDraft(props);
  const { entry, setEntry, isSaving, isLoading, trouble } = draft;
  const isLong = hasLines(field, entry.text);
  const label = `Edit ${field.label} of ${title}`;
  useOverCell(form, edit.element, isSaving ? undefined : isLong ? wideWidth : leastWidth);
  useFocusIn(form, isLoading || isSaving, trouble);

  const finish = (step?: Step) => {
    if (draft.save() && step) onMove(edit, step);
  };
  const cancel = () => {
    onClose();
    onMove(edit, [0, 0]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // The grid hears the keys of its cells, not these.
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const step = stepOf(event, isLong);
    if (event.key !== "Escape" && !step) return;
    event.preventDefault();
    if (event.key === "Escape") cancel();
    else if (trouble?.theirs !== undefined)
      form.current?.querySelector<HTMLElement>("[data-overwrite]")?.focus();
    else if (step) finish(step);
  };
  useElsewhere(form, () => {
    if (!trouble) finish();
  });

  if (isSaving) {
    return (
      <form ref={form} popover="manual" aria-label={label} aria-busy className={savingClass}>
        <span className="min-w-0 flex-1 truncate">
          {entry.choice === "null" ? "NULL" : entry.text}
        </span>
        <Spinner label={`Saving ${field.label} of ${title}`} />
      </form>
    );
  }
  return (
    <form
      ref={form}
      popover="manual"
      aria-label={label}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        finish([0, 0]);
      }}
      className={openClass}
    >
      <ValueControl
        field={field}
        entry={entry}
        canDefault={false}
        control={{
          id,
          "aria-label": label,
          "aria-describedby": trouble ? `${id}-error` : undefined,
          "aria-invalid": trouble ? true : undefined,
          "aria-required": undefined,
          readOnly: !draft.canSave,
        }}
        zone={resource.zone}
        people={list.page.people}
        setEntry={setEntry}
      />
      {trouble && (
        <div role="alert" id={`${id}-error`} className="px-1">
          {trouble.message && <FieldError>{trouble.message}</FieldError>}
        </div>
      )}
      {trouble?.theirs !== undefined ? (
        <CellConflict theirs={trouble.theirs} onTake={cancel} />
      ) : (
        <footer className="flex items-center gap-1.5">
          {!isPicked(field) && (
            <ChoiceSelect
              field={field}
              name="choice"
              choice={entry.choice}
              canDefault={false}
              isNew={false}
              onChange={(choice) =>
                setEntry({ choice, text: choice === "value" ? entry.text : "" })
              }
            />
          )}
          {isLoading && <Spinner label="Loading the whole value" className="text-muted" />}
          <span className="flex-1" />
          <Button variant="ghost" size="sm" title="Escape" onClick={cancel}>
            Cancel
          </Button>
          <Button
            type="submit"
            variant="primary"
            size="sm"
            title={isLong ? "Ctrl Enter" : "Enter"}
            disabled={!draft.canSave}
          >
            Save
          </Button>
        </footer>
      )}
    </form>
  );
}

const leastWidth = 288;
const wideWidth = 440;
const openClass =
  "fixed inset-auto m-0 hidden max-h-[calc(100dvh-16px)] flex-col gap-1.5 overflow-auto rounded-md bg-raised p-1.5 text-ink shadow-overlay open:flex";
const savingClass =
  "fixed inset-auto m-0 hidden items-center gap-1.5 overflow-hidden border-b border-line bg-surface px-3 text-sm text-muted open:flex";
