// Pure: the address of a board: `?view=board&after.<option>=<cursor>`, and `&move=<id>&to=<option>` for its form.

import { laterParamOf } from "@/lib/model/board";
import { parseListParams } from "@/lib/model/list-params";
import type { Params } from "@/lib/model/params";
import type { Resource } from "@/lib/model/resource";
import type { BoardPlaces } from "@/lib/records/board";

type BoardParams = {
  places: BoardPlaces;
  /** The part of the address that says where columns begin, as it was understood. */
  current: Record<string, string>;
  /** The card that is about to be moved, and where to. */
  move?: string;
  to?: string;
  /** One for each part that was not understood and therefore left out. */
  notices: string[];
};

export function parseBoardParams(
  resource: Resource,
  options: string[],
  params: Params,
): BoardParams {
  const places: BoardPlaces = new Map();
  const current: Record<string, string> = {};
  const notices: string[] = [];
  for (const option of [...options, null]) {
    const name = laterParamOf(option);
    const after = params[name];
    if (typeof after !== "string") continue;
    const { query } = parseListParams(resource, { after });
    if (query.position.at === "after") {
      places.set(option, query.position);
      current[name] = after;
    } else {
      notices.push(`The place of “${option ?? "other values"}” in this address is none of it.`);
    }
  }
  const { move, to } = params;
  return {
    places,
    current,
    notices,
    ...(typeof move === "string" && { move }),
    ...(typeof to === "string" && options.includes(to) && { to }),
  };
}
