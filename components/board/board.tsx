"use client";
// Client: a board. Cards are dragged, moved by their menu or by keys; before JavaScript, by links to a form.
import { useEffect, useRef, useState } from "react";
import { focusCard, onBoardKey } from "@/components/board/board-keys";
import { Card } from "@/components/board/card";
import { Column, type DropState } from "@/components/board/column";
import { MoveDialog, type Question } from "@/components/board/move-dialog";
import { MoveMenu } from "@/components/board/move-menu";
import type { BoardActions, MoveState } from "@/components/board/move-state";
import { useCardDrag } from "@/components/board/use-card-drag";
import { useMoves } from "@/components/board/use-moves";
import { useIsHydrated } from "@/components/ui/use-is-hydrated";
import {
  arrivalOf,
  type BoardCard,
  type BoardColumn,
  type Board as BoardData,
  laterHref,
  targetsOf,
} from "@/lib/model/board";
import type { Resource } from "@/lib/model/resource";
import type { BoardView } from "@/lib/model/view";

type BoardProps = {
  resource: Resource;
  view: BoardView;
  board: BoardData;
  /** Where columns begin, as the address says. */
  places: Record<string, string>;
  canMove: boolean;
  actions: BoardActions;
  /** ISO time of the answer. */
  now: string;
};

const menuId = "board-moves";

const boardClass =
  "relative flex min-h-0 flex-1 gap-3 overflow-x-auto overscroll-x-contain px-4 pt-1 pb-4 md:px-6";

export function Board({ resource, view, board, places, canMove, actions, now }: BoardProps) {
  const { columns, announcement, move, settle, refuse } = useMoves({
    resource,
    view,
    board,
    actions,
  });
  const [chosenId, setChosenId] = useState<string>();
  const [question, setQuestion] = useState<Question>();
  const [landed, setLanded] = useState<string>();
  const isHydrated = useIsHydrated();
  const frame = useRef<HTMLElement>(null);
  const { drag, onPointerDown } = useCardDrag((id, option) => {
    const card = cardOf(columns, id);
    if (card && card.state !== option) go(card, option);
  });
  useLandedInView(frame, landed, columns);

  const chosen = chosenId === undefined ? undefined : cardOf(columns, chosenId);
  const options = columns.flatMap(({ option }) => option ?? []);
  const targets = (card: BoardCard | undefined) =>
    canMove && card ? targetsOf(view, options, card.state) : [];

  function go(card: BoardCard, to: string) {
    if (!targets(card).includes(to)) {
      refuse(card, `A ${resource.singular} cannot go from ${card.state} to ${to}.`);
    } else if (arrivalOf(view, to).ask.length > 0) {
      setQuestion({ card, to });
    } else {
      setLanded(card.id);
      move(card, to);
    }
  }

  function goToColumn(id: string, index: number) {
    const [card, to] = [cardOf(columns, id), columns[index]?.option];
    if (card && to != null && to !== card.state) go(card, to);
  }

  function finish({ card, to }: Question, state: MoveState) {
    setQuestion(undefined);
    setLanded(card.id);
    settle(card, to, state);
  }

  const dragged = drag && cardOf(columns, drag.card);
  const dropOf = ({ option }: BoardColumn): DropState | undefined => {
    if (!dragged) return undefined;
    if (option === dragged.state) return "source";
    if (option === null || !targets(dragged).includes(option)) return "closed";
    return option === drag.over ? "over" : "open";
  };

  return (
    <>
      <section
        ref={frame}
        aria-label={`Board of ${resource.label.toLowerCase()}`}
        aria-describedby={canMove && isHydrated ? "board-keys" : undefined}
        className={`${boardClass} ${drag ? "cursor-grabbing! **:data-card:pointer-events-none" : ""}`}
        onPointerDown={canMove ? onPointerDown : undefined}
        onKeyDown={(event) => onBoardKey(event, { onMoveTo: goToColumn })}
      >
        {columns.map((column, index) => (
          <Column
            key={column.option}
            id={`board-column-${index}`}
            column={column}
            drop={dropOf(column)}
            firstHref={laterHref(resource, places, { option: column.option })}
            nextHref={laterHref(resource, places, column)}
          >
            {column.cards.map((card) => (
              <Card
                key={card.id}
                {...{ card, resource, view }}
                people={board.people}
                now={new Date(now)}
                targets={targets(card)}
                menu={
                  isHydrated
                    ? { id: menuId, isOpen: chosenId === card.id, onOpen: setChosenId }
                    : undefined
                }
                isLanded={landed === card.id}
                isLifted={drag?.card === card.id}
              />
            ))}
          </Column>
        ))}
      </section>
      {canMove && isHydrated && (
        <>
          <p id="board-keys" className="sr-only">
            Arrow keys go from card to card. M opens the moves of a card; the number of a column
            moves it there.
          </p>
          <MoveMenu
            id={menuId}
            label={`Moves of ${chosen?.title ?? "a card"}`}
            targets={targets(chosen).map((option) => ({
              option,
              key: String(options.indexOf(option) + 1),
              asks: arrivalOf(view, option).ask.length > 0,
            }))}
            onChoose={(option) => chosen && go(chosen, option)}
          />
          <MoveDialog
            {...{ resource, question, actions }}
            onMoved={finish}
            onClose={() => setQuestion(undefined)}
          />
        </>
      )}
      <p aria-live="polite" className="sr-only">
        {announcement}
      </p>
    </>
  );
}

function cardOf(columns: BoardColumn[], id: string): BoardCard | undefined {
  return columns.flatMap(({ cards }) => cards).find((card) => card.id === id);
}

/** A card that changed its column is another element: it is brought into view, and has the focus if that was lost. */
function useLandedInView(
  frame: React.RefObject<HTMLElement | null>,
  landed: string | undefined,
  columns: BoardColumn[],
) {
  const column = columns.find(({ cards }) => cards.some(({ id }) => id === landed))?.option;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the column is what the card has changed.
  useEffect(() => {
    if (landed === undefined) return;
    const card = frame.current?.querySelector(`[data-card="${CSS.escape(landed)}"]`);
    card?.scrollIntoView({ block: "nearest", inline: "nearest" });
    if (card && document.activeElement === document.body) focusCard(card);
  }, [landed, column]);
}
