// Server: which component shows which view. Each is loaded when it is asked for, with the scripts of its own.
import { notFound } from "next/navigation";
import type { ViewProps } from "@/app/(admin)/[resource]/views/view-props";
import type { PageWidth } from "@/components/ui/page";
import type { ViewKind } from "@/lib/model/view";

export const widths: Record<ViewKind, PageWidth> = {
  list: "table",
  calendar: "table",
  board: "table",
  charts: "table",
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
    default:
      notFound();
  }
}
