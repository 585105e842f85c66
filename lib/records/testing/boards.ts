// Test support: the board that the app declares for its sessions.
import type { BoardView } from "@/lib/model/view";
import type { Registered } from "@/lib/resources/registry";

export function boardOf({ resource }: Registered): BoardView {
  const view = resource.views.find(({ kind }) => kind === "board");
  if (view?.kind !== "board") throw new Error(`${resource.slug} has no board.`);
  return view;
}
