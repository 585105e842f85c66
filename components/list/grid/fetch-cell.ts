// Client: the whole value of a cell that shows the beginning of it.
import type { GridCell } from "@/components/list/grid/grid-cell";
import type { Literal } from "@/lib/model/literal";

/** @throws with a sentence for the person */
export async function fetchCell(
  { resource, id, field }: Pick<GridCell, "resource" | "id" | "field">,
  signal?: AbortSignal,
): Promise<Literal> {
  const path = [resource.slug, field.name].map(encodeURIComponent);
  const response = await fetch(`/api/cell/${path[0]}/${id}/${path[1]}`, { signal });
  const answer = await response.json().catch(() => ({}));
  if (response.ok) return answer.literal;
  throw new Error(answer.title ?? `The value could not be loaded (${response.status}).`);
}
