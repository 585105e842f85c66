"use client";
// Client: moves a record at once, asks the server, and says what came of it: Undo, or where it is now instead.
import { startTransition, useOptimistic } from "react";
import type { UndoAction } from "@/components/history/undo-form";
import { undoFromToast } from "@/components/history/undo-from-toast";
import { showToast } from "@/components/ui/toast";
import { type CalendarBoard, type CalendarEvent, moveEvent } from "@/lib/model/calendar/board";
import type { Wall } from "@/lib/model/calendar/wall";
import { wallWords } from "@/lib/model/calendar/words";
import type { Literal } from "@/lib/model/literal";

export type MoveResult =
  | { ok: true; changeId?: string; wall: Wall }
  | {
      ok: false;
      message: string;
      /** What is there by now, where someone else was quicker. */
      present?: { seen: Literal; wall?: Wall };
    };

export type MoveAction = (
  id: string,
  move: { seen: Literal; to: Wall; submissionId?: string },
) => Promise<MoveResult>;

type RescheduleProps = {
  board: CalendarBoard;
  singular: string;
  move: MoveAction;
  undo: UndoAction;
};

export type Reschedule = (event: CalendarEvent, to: Wall) => void;

export function useReschedule({ board, singular, move, undo }: RescheduleProps): {
  board: CalendarBoard;
  reschedule: Reschedule;
} {
  const [shown, place] = useOptimistic(board, (before, { id, to }: { id: string; to: Wall }) =>
    moveEvent(before, id, to),
  );
  const subject = singular.charAt(0).toUpperCase() + singular.slice(1);

  /** A second attempt goes by the same name, so a lost answer does not become a second move. */
  const attempt = (event: CalendarEvent, to: Wall, submissionId = newSubmissionId()) =>
    startTransition(async () => {
      place({ id: event.id, to });
      try {
        report(event, to, await move(event.id, { seen: event.seen, to, submissionId }));
      } catch {
        void showToast({
          tone: "danger",
          message: `${subject} not moved`,
          description: "The server did not answer as it should.",
          action: { label: "Try again", run: () => attempt(event, to, submissionId) },
        });
      }
    });

  const report = (event: CalendarEvent, to: Wall, result: MoveResult) => {
    if (result.ok) {
      const { changeId, wall } = result;
      void showToast({
        message: `${subject} moved to ${wallWords(wall)}`,
        ...(changeId && { action: undoFromToast(undo, changeId) }),
      });
      return;
    }
    const { message, present } = result;
    if (!present) {
      void showToast({ tone: "danger", message: `${subject} not moved`, description: message });
      return;
    }
    const now = present.wall ? wallWords(present.wall) : (present.seen ?? "unscheduled");
    const current = { ...event, seen: present.seen, wall: present.wall };
    void showToast({
      tone: "warning",
      message: `${subject} not moved: someone moved it meanwhile`,
      description: `It is now ${now}. You asked for ${wallWords(to)}.`,
      action: { label: "Move anyway", run: () => attempt(current, to) },
    });
  };

  return { board: shown, reschedule: (event, to) => to !== event.wall && attempt(event, to) };
}

/** Browsers give it on secure origins only; without one a repeated move is told from the first by what it saw. */
function newSubmissionId(): string | undefined {
  return globalThis.isSecureContext ? crypto.randomUUID() : undefined;
}
