// Server or client: one card: its title is the link to the record, its button says where it may go.
import { ArrowRightLeft, GripVertical } from "lucide-react";
import Link from "next/link";
import { LiteralView } from "@/components/list/literal-view";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { menuTrigger } from "@/components/ui/menu";
import type { BoardCard } from "@/lib/model/board";
import { isInstant } from "@/lib/model/instant";
import { type Cell, cellText, type Page } from "@/lib/model/page";
import { type Field, fieldOf, type Resource, recordHref } from "@/lib/model/resource";
import { type BoardView, viewHref } from "@/lib/model/view";

type CardProps = {
  card: BoardCard;
  resource: Resource;
  view: BoardView;
  people: Page["people"];
  now: Date;
  /** Where the card may go, if the person may move it. */
  targets: string[];
  /** The menu of moves; without it, before JavaScript, the button is a link. */
  menu?: { id: string; isOpen: boolean; onOpen: (id: string) => void };
  /** Just moved here. */
  isLanded: boolean;
  /** Being dragged: what follows the pointer is a picture of it. */
  isLifted: boolean;
};

export function Card({
  card,
  resource,
  view,
  people,
  now,
  targets,
  menu,
  isLanded,
  isLifted,
}: CardProps) {
  const facts = view.card.flatMap((name, index) => {
    const field = fieldOf(resource, name);
    const cell = card.cells[index] ?? null;
    return field && cellText(cell) ? [{ field, cell }] : [];
  });
  const canMove = targets.length > 0;
  return (
    <li
      data-card={card.id}
      data-movable={(canMove && menu !== undefined) || undefined}
      className={`group/card relative rounded-md border border-line bg-surface p-2.5 pl-3 transition-colors select-none hover:border-line-strong data-movable:cursor-grab ${isLanded ? "border-accent!" : ""} ${isLifted ? "opacity-40" : ""}`}
    >
      <div className="flex items-start gap-1">
        {canMove && menu && (
          <GripVertical
            aria-hidden
            data-grip
            className="-ml-2 hidden h-9 w-6 shrink-0 touch-none self-center px-1 py-2 text-faint pointer-coarse:relative pointer-coarse:z-10 pointer-coarse:block"
          />
        )}
        <div className="min-w-0 flex-1">
          <Link
            href={recordHref(resource, card.id)}
            prefetch={false}
            draggable={false}
            className="line-clamp-2 text-sm font-medium wrap-anywhere after:absolute after:inset-0 after:rounded-md focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-focus"
          >
            {card.title || "Untitled"}
          </Link>
          {facts.length > 0 && (
            <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-muted">
              {facts.map(({ field, cell }) => (
                <Fact key={field.name} {...{ field, cell, people, now }} zone={resource.zone} />
              ))}
            </div>
          )}
        </div>
        {canMove && <MoveControl {...{ card, resource, menu }} />}
      </div>
    </li>
  );
}

type FactProps = { field: Field; cell: Cell; people: Page["people"]; zone: string; now: Date };

/** What does not speak for itself has its name before it. */
function Fact({ field, ...shown }: FactProps) {
  const person = field.isPerson && shown.people[cellText(shown.cell) ?? ""];
  const speaks = person || isInstant(field) || field.kind === "text" || field.kind === "enum";
  return (
    <span className={`relative inline-flex max-w-full min-w-0 gap-1 ${person ? "text-ink" : ""}`}>
      {!speaks && <span>{field.label}</span>}
      <span className="truncate">
        <LiteralView field={field} {...shown} />
      </span>
    </span>
  );
}

function MoveControl({ card, resource, menu }: Pick<CardProps, "card" | "resource" | "menu">) {
  const look = { variant: "ghost", size: "sm", iconOnly: true } as const;
  const shared = {
    ...look,
    "aria-label": `Move ${card.title}`,
    className:
      "relative z-10 -my-1 -mr-1 opacity-0 group-focus-within/card:opacity-100 group-hover/card:opacity-100 pointer-coarse:opacity-100",
  };
  if (!menu) {
    const href = viewHref(resource, "board", { move: card.id });
    return (
      <LinkButton {...shared} href={href} prefetch={false} className="relative z-10 -my-1 -mr-1">
        <ArrowRightLeft aria-hidden />
      </LinkButton>
    );
  }
  const { popoverTarget, style } = menuTrigger(menu.id);
  return (
    <Button
      {...shared}
      data-move
      popoverTarget={popoverTarget}
      // One menu serves all cards: it hangs from the one that it is open for.
      style={menu.isOpen ? style : undefined}
      onClick={() => menu.onOpen(card.id)}
    >
      <ArrowRightLeft aria-hidden />
    </Button>
  );
}
