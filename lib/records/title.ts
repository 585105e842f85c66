// Pure: what a record is called in a heading, a sentence and the history.
import type { Literals } from "@/lib/model/literal";
import type { Registered } from "@/lib/resources/registry";

/** Longer titles are cut. */
export const maxTitleLength = 200;

/** The title field's literal; without one, the key. */
export function titleOf({ resource }: Registered, record: Literals): string {
  const title = resource.title ? record[resource.title] : undefined;
  return (title || resource.key.map((name) => record[name]).join(", ")).slice(0, maxTitleLength);
}
