// Server or client: a board in its final size, before its cards come.
import { boardClass, columnClass } from "@/components/board/board-class";
import { OptionBadge } from "@/components/list/option-badge";
import { Skeleton } from "@/components/ui/skeleton";

const cards = [0, 1, 2, 3, 4, 5];

export function BoardSkeleton({ options }: { options: string[] }) {
  return (
    <div role="status" className={boardClass}>
      <span className="sr-only">Loading cards</span>
      {options.map((option) => (
        <div key={option} className={columnClass}>
          <div className="flex h-10 shrink-0 items-center px-3">
            <OptionBadge option={option} />
          </div>
          <div className="flex flex-col gap-2 overflow-hidden px-2 pb-2">
            {cards.map((card) => (
              <div key={card} className="rounded-md border border-line bg-surface p-3">
                <Skeleton className="h-4 w-3/5" />
                <Skeleton className="mt-3 h-3 w-4/5" />
              </div>
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}
