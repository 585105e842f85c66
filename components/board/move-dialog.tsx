"use client";
// Client: the dialog of a move that asks for something first; closed without an answer, the card stays where it is.
import { useEffect, useEffectEvent, useState } from "react";
import { MoveForm } from "@/components/board/move-form";
import type { BoardActions, MoveQuestion, MoveState } from "@/components/board/move-state";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import type { BoardCard } from "@/lib/model/board";
import type { Resource } from "@/lib/model/resource";

export type Question = { card: BoardCard; to: string };

type MoveDialogProps = {
  resource: Resource;
  question: Question | undefined;
  actions: BoardActions;
  onMoved: (question: Question, state: MoveState) => void;
  onClose: () => void;
};

const dialogId = "board-question";

export function MoveDialog({ resource, question, actions, onMoved, onClose }: MoveDialogProps) {
  const asked = useAsked(resource, question, actions);
  const onClosed = useEffectEvent(onClose);

  useEffect(() => {
    const dialog = document.getElementById(dialogId);
    if (!(dialog instanceof HTMLDialogElement)) return;
    const closed = () => onClosed();
    dialog.addEventListener("close", closed);
    return () => dialog.removeEventListener("close", closed);
  }, []);

  useEffect(() => {
    const dialog = document.getElementById(dialogId) as HTMLDialogElement;
    if (question && !dialog.open) dialog.showModal();
    if (!question && dialog.open) dialog.close();
  }, [question]);

  return (
    <Dialog
      id={dialogId}
      width="md"
      title={question ? `Move to ${question.to}` : "Move"}
      description={question?.card.title}
    >
      {question && asked === "loading" && <Skeleton className="h-32 w-full" />}
      {question && asked === "missing" && (
        <Notice tone="danger">This {resource.singular} no longer exists.</Notice>
      )}
      {question && typeof asked === "object" && (
        <MoveForm
          key={asked.initial.submission}
          resource={resource}
          question={asked}
          action={actions.move.bind(null, resource.slug, question.card.id, question.to)}
          label={`Move to ${question.to}`}
          cancel={<DialogClose dialog={dialogId} />}
          onMoved={(state) => onMoved(question, state)}
        />
      )}
    </Dialog>
  );
}

/** What the record holds of what is asked for; read once, so that a refresh meanwhile drops nothing that was typed. */
function useAsked(resource: Resource, question: Question | undefined, { ask }: BoardActions) {
  const [answer, setAnswer] = useState<{ to: Question; asked: MoveQuestion | "missing" }>();
  const read = useEffectEvent(({ card, to }: Question) => ask(resource.slug, card.id, to));
  useEffect(() => {
    if (!question) return;
    const answerWith = (asked: MoveQuestion | "missing") => setAnswer({ to: question, asked });
    read(question).then(
      (asked) => answerWith(asked ?? "missing"),
      () => answerWith("missing"),
    );
  }, [question]);
  return answer && answer.to === question ? answer.asked : "loading";
}
