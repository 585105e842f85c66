"use client";
// Client: moves cards: at once on the screen, then in the database, with a toast that tells what came of it.
import { unstable_rethrow } from "next/navigation";
import { startTransition, useOptimistic, useState } from "react";
import type { BoardActions, MoveState } from "@/components/board/move-state";
import { undoFromToast } from "@/components/history/undo-from-toast";
import { showToast } from "@/components/ui/toast";
import { type Board, type BoardCard, type Landing, land, outOfSight } from "@/lib/model/board";
import { names } from "@/lib/model/form-names";
import { fieldOf, type Resource } from "@/lib/model/resource";
import type { BoardView } from "@/lib/model/view";
import { sentenceOf, type WriteFailure } from "@/lib/model/write-result";

type MovesProps = { resource: Resource; view: BoardView; board: Board; actions: BoardActions };

export function useMoves({ resource, view, board, actions }: MovesProps) {
  const [landings, setLandings] = useState<Landing[]>([]);
  const [underway, addUnderway] = useOptimistic<Landing[], Landing>([], (all, one) => [
    ...all,
    one,
  ]);
  const [announcement, announce] = useState("");
  const columns = [...outOfSight(board.columns, landings), ...underway].reduce(
    (before, landing) => land(before, landing, resource.list.sort),
    board.columns,
  );

  function tell(card: BoardCard, to: string, changeId: string) {
    const message = `${capitalized(resource.singular)} is now ${to}`;
    announce(`${card.title}: ${message}`);
    void showToast({
      message,
      description: card.title,
      action: undoFromToast(actions.undo, changeId, () =>
        setLandings((all) => all.filter((landing) => landing.card.id !== card.id)),
      ),
    });
  }

  function refuse(card: BoardCard, reason: string) {
    announce(`${card.title} was not moved. ${reason}`);
    void showToast({ message: "Not moved", description: reason, tone: "warning" });
  }

  /** After the database has taken it. */
  function settle(card: BoardCard, to: string, { changeId, seen }: MoveState) {
    const landing = { card: { ...card, state: to, seen }, to };
    setLandings((all) => [...all.filter((other) => other.card.id !== card.id), landing]);
    if (changeId) tell(card, to, changeId);
  }

  function move(card: BoardCard, to: string) {
    startTransition(async () => {
      // Moved on at once, it is moved from here: actions run one after the other.
      addUnderway({ card: { ...card, seen: { ...card.seen, [view.by]: to } }, to });
      try {
        const state = await actions.move(resource.slug, card.id, to, idle, formOf(card));
        startTransition(() => {
          if (state.failure) refuse(card, reasonOf(state.failure));
          else settle(card, to, state);
        });
      } catch (error) {
        unstable_rethrow(error);
        startTransition(() => refuse(card, "The server did not answer. Try again."));
      }
    });
  }

  function reasonOf(failure: WriteFailure): string {
    const theirs = failure.conflicts?.[view.by];
    if (theirs === undefined) return sentenceOf(failure);
    const label = fieldOf(resource, view.by)?.label ?? view.by;
    return `Someone else was quicker: ${label} is ${theirs ?? "NULL"} by now.`;
  }

  return { columns, announcement, move, settle, refuse };
}

const idle: MoveState = { entries: {}, seen: {}, submission: "" };

function formOf({ seen }: BoardCard): FormData {
  const form = new FormData();
  form.set(names.seen, JSON.stringify(seen));
  // Only where it may be made; without a number a repetition is refused by what it saw.
  if (globalThis.isSecureContext) form.set(names.submission, crypto.randomUUID());
  return form;
}

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
