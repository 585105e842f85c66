// Test support: the board that the app declares for its sessions.
import { type BoardView, declaredView } from "@/lib/model/view";
import type { Registered } from "@/lib/resources/registry";

export function boardOf({ resource }: Registered): BoardView {
  const view = declaredView(resource, "board");
  if (!view) throw new Error(`${resource.slug} has no board.`);
  return view;
}
