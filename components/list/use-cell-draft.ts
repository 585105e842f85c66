"use client";
// Client: what is being entered into a cell, from the literal that was seen to the one that is stored.
import { unstable_rethrow } from "next/navigation";
import { useEffect, useEffectEvent, useState } from "react";
import { undoFromToast } from "@/components/history/undo-from-toast";
import type { CellEditingProps, OpenEdit } from "@/components/list/use-cell-editing";
import { useSubmission } from "@/components/list/use-submission";
import { showToast } from "@/components/ui/toast";
import { type Entry, editableLength, enteredLiteral, entryOf } from "@/lib/model/form-values";
import type { Literal } from "@/lib/model/literal";
import { cellText } from "@/lib/model/page";
import { validate } from "@/lib/model/validate";
import { sentenceOf } from "@/lib/model/write-result";

export type Trouble = {
  message?: string;
  /** What the database holds by now, when that is not what was seen. */
  theirs?: Literal;
};

type DraftProps = Pick<CellEditingProps, "resource" | "list" | "actions"> & {
  edit: OpenEdit;
  onClose: () => void;
};

const unreachable = "The server did not answer. Nothing is lost: try again.";

export function useCellDraft(props: DraftProps) {
  const { resource, list, actions, edit, onClose } = props;
  const { field, title } = edit;
  const isCut = Array.isArray(edit.cell);
  const [seen, setSeen] = useState(isCut ? undefined : cellText(edit.cell));
  const [entry, setEntry] = useState(() => firstEntry(edit));
  const [isSaving, setSaving] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const submissionOf = useSubmission();

  const readWhole = useEffectEvent(async () => {
    const literal = await wholeLiteral(props).catch(() => undefined);
    if (literal === undefined) {
      setTrouble({ message: "The whole value could not be read. Close this and try again." });
    } else {
      setSeen(literal);
      setEntry(entryOf(field, literal));
    }
  });
  useEffect(() => {
    if (isCut) void readWhole();
  }, [isCut]);

  /** @returns whether the draft is on its way, or there was nothing to save */
  function save(): boolean {
    if (isSaving || seen === undefined) return false;
    const literal = enteredLiteral(field, entry, seen);
    if (literal === undefined) {
      onClose();
      return true;
    }
    const message = validate(resource, { [field.name]: literal }, "update")[field.name];
    setTrouble(message ? { message } : undefined);
    if (message) return false;
    setSaving(true);
    void send(literal, seen);
    return true;
  }

  async function send(literal: Literal, before: Literal) {
    const change = {
      id: edit.id,
      values: { [field.name]: literal },
      seen: { [field.name]: before },
    };
    try {
      const submissionId = submissionOf(change);
      const asked = { edit: change, columns: list.page.columns, submissionId };
      const { rows, ...result } = await actions.save(resource.slug, asked);
      list.replaceRows(rows);
      if (result.ok) {
        onClose();
        if (result.changeId) tell(result.changeId);
        return;
      }
      const theirs = result.conflicts?.[field.name];
      // From here on the editor has seen what the others wrote.
      if (theirs !== undefined) setSeen(theirs);
      setTrouble({ message: result.fieldErrors[field.name] ?? sentenceOf(result), theirs });
    } catch (error) {
      unstable_rethrow(error);
      setTrouble({ message: unreachable });
    }
    setSaving(false);
  }

  function tell(changeId: string) {
    const singular = resource.singular.charAt(0).toUpperCase() + resource.singular.slice(1);
    void showToast({
      message: `${singular} saved`,
      description: title ? `${field.label} of ${title}` : field.label,
      tone: "success",
      action: undoFromToast(actions.undo, changeId),
    });
  }

  const isLoading = seen === undefined && !trouble;
  return { entry, setEntry, save, isSaving, isLoading, canSave: seen !== undefined, trouble };
}

/** A long value is never replaced by one key: it is opened whole. */
function firstEntry({ field, cell, typed }: OpenEdit): Entry {
  const literal = cellText(cell);
  if (typed === undefined || Array.isArray(cell)) return entryOf(field, literal);
  const options = field.options ?? (field.kind === "boolean" ? ["true", "false"] : undefined);
  if (!options) return { choice: "value", text: typed };
  const wanted = typed.toLowerCase();
  const option = options.find((each) => each.toLowerCase().startsWith(wanted));
  return option === undefined ? entryOf(field, literal) : { choice: "value", text: option };
}

async function wholeLiteral({ actions, resource, edit }: DraftProps) {
  if (Array.isArray(edit.cell) && edit.cell[1] > editableLength) return undefined;
  const asked = { ids: [edit.id], fields: [edit.field.name] };
  const { columns, rows } = await actions.read(resource.slug, asked);
  return rows[0] && cellText(rows[0][columns.indexOf(edit.field.name)] ?? null);
}
