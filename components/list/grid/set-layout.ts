// Client: writes a list's layout into the address: one entry of the history for each finished act.
import type { Layout } from "@/lib/model/list-layout";
import { type ListQuery, listHref } from "@/lib/model/list-params";
import type { Resource } from "@/lib/model/resource";

/** @param how `replace` for a step of an act that has an entry already */
export function setLayout(
  resource: Resource,
  query: ListQuery,
  layout: Layout,
  how: "push" | "replace" = "push",
): void {
  const href = listHref(resource, { ...query, layout });
  window.history[how === "push" ? "pushState" : "replaceState"](null, "", href);
}
