// Server or client: one column of a board: how many cards it has, those that are shown, and the way to the next.
import { ChevronUp } from "lucide-react";
import type { ReactNode } from "react";
import { CountText } from "@/components/list/count-text";
import { OptionBadge } from "@/components/list/option-badge";
import { LinkButton } from "@/components/ui/link-button";
import type { BoardColumn } from "@/lib/model/board";

/** While a card is dragged: where it comes from, where it may go, where it is, and where it may not go. */
export type DropState = "source" | "open" | "over" | "closed";

const looks: Record<DropState, string> = {
  source: "",
  open: "ring-line-strong!",
  over: "bg-accent-soft! ring-2! ring-accent!",
  closed: "opacity-45",
};

const columnClass =
  "flex min-h-0 w-[280px] shrink-0 grow flex-col rounded-lg bg-sunken ring-1 ring-line ring-inset " +
  "transition-[opacity,background-color] md:max-w-[400px]";

type ColumnProps = {
  column: BoardColumn;
  /** Its place among the columns, from 1: the key that moves a card here. */
  id: string;
  drop?: DropState;
  /** The addresses of the cards before and after those shown. */
  firstHref: string;
  nextHref: string;
  children: ReactNode;
};

export function Column({ column, id, drop, firstHref, nextHref, children }: ColumnProps) {
  const { option, cards, count, after, isLater } = column;
  return (
    <section
      aria-labelledby={id}
      data-option={option ?? undefined}
      data-column
      className={`${columnClass} ${drop ? looks[drop] : ""}`}
    >
      <header className="flex h-10 shrink-0 items-center gap-2 px-3">
        <h2 id={id} className="min-w-0">
          {option === null ? (
            <span title="Values that are no option" className="text-xs font-medium">
              Other values
            </span>
          ) : (
            <OptionBadge option={option} />
          )}
        </h2>
        <span className="text-xs text-muted">{count && <CountText count={count} />}</span>
      </header>
      <div
        data-cards
        className="relative flex min-h-0 flex-1 flex-col gap-2 overflow-y-auto overscroll-y-contain px-2 pb-2"
      >
        {isLater && (
          <LinkButton href={firstHref} scroll={false} prefetch={false} variant="ghost" size="sm">
            <ChevronUp aria-hidden />
            Back to the first
          </LinkButton>
        )}
        {cards.length > 0 ? (
          <ol className="flex flex-col gap-2">{children}</ol>
        ) : (
          <p className="rounded-md border border-dashed border-line-strong px-3 py-5 text-center text-xs text-muted">
            {drop === "open" || drop === "over" ? "Drop here" : "Nothing here"}
          </p>
        )}
        {after && (
          <LinkButton href={nextHref} scroll={false} prefetch={false} variant="ghost" size="sm">
            Show more
          </LinkButton>
        )}
      </div>
    </section>
  );
}
