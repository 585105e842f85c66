// Server or client: the views of a resource, as links.
import { CalendarDays, ChartLine, Columns3, Rows3, SlidersHorizontal } from "lucide-react";
import { Segments } from "@/components/ui/segments";
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
    <Segments
      label={`Views of ${resource.label.toLowerCase()}`}
      items={resource.views.map(({ kind }) => {
        const { label, Icon } = looks[kind];
        return {
          value: kind,
          label: (
            <>
              <Icon aria-hidden className="size-3.5" />
              {label}
            </>
          ),
          href: viewHref(resource, kind),
          isCurrent: kind === current,
        };
      })}
    />
  );
}
