// Server: which component shows which view. Each is loaded when it is asked for, with the scripts of its own.
import { notFound } from "next/navigation";
import type { ViewProps } from "@/app/(admin)/[resource]/views/view-props";
import type { PageWidth } from "@/components/ui/page";
import type { ViewKind } from "@/lib/model/view";

export const widths: Record<ViewKind, PageWidth> = {
  list: "table",
  calendar: "table",
  board: "table",
  charts: "reading",
  settings: "reading",
};

export async function ViewBody({ view, ...props }: ViewProps) {
  switch (view.kind) {
    case "list": {
      const { default: List } = await import("@/app/(admin)/[resource]/views/list");
      return <List {...props} view={view} />;
    }
    case "board": {
      const { default: Board } = await import("@/app/(admin)/[resource]/views/board");
      return <Board {...props} view={view} />;
    }
    case "settings": {
      const { default: Settings } = await import("@/app/(admin)/[resource]/views/settings");
      return <Settings {...props} view={view} />;
    }
    case "charts": {
      const { default: Charts } = await import("@/app/(admin)/[resource]/views/charts");
      return <Charts {...props} view={view} />;
    }
    case "calendar": {
      const { default: Calendar } = await import("@/app/(admin)/[resource]/views/calendar");
      return <Calendar {...props} view={view} />;
    }
    default:
      notFound();
  }
}
