// Server or client: the views of a resource, as links.
import { CalendarDays, ChartLine, Columns3, Rows3, SlidersHorizontal } from "lucide-react";
import Link from "next/link";
import type { Resource } from "@/lib/model/resource";
import { type ViewKind, viewHref } from "@/lib/model/view";

const looks: Record<ViewKind, { label: string; Icon: typeof Rows3 }> = {
  list: { label: "List", Icon: Rows3 },
  calendar: { label: "Calendar", Icon: CalendarDays },
  board: { label: "Board", Icon: Columns3 },
  charts: { label: "Charts", Icon: ChartLine },
  settings: { label: "Settings", Icon: SlidersHorizontal },
};

type ViewTabsProps = { resource: Pick<Resource, "slug" | "views" | "label">; current: ViewKind };

/** Nothing where there is but one view. */
export function ViewTabs({ resource, current }: ViewTabsProps) {
  if (resource.views.length < 2) return null;
  return (
    <nav aria-label={`Views of ${resource.label.toLowerCase()}`}>
      <ul className="flex rounded-md bg-hover p-0.5">
        {resource.views.map(({ kind }) => {
          const { label, Icon } = looks[kind];
          return (
            <li key={kind}>
              <Link
                href={viewHref(resource, kind)}
                prefetch={false}
                aria-current={kind === current ? "page" : undefined}
                className="flex h-7 items-center gap-1.5 rounded-sm px-2 text-xs sm:px-2.5 text-muted transition-colors hover:text-ink aria-[current]:bg-segment aria-[current]:font-medium aria-[current]:text-ink aria-[current]:shadow-segment pointer-coarse:h-9"
              >
                <Icon aria-hidden className="size-3.5" />
                {label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
