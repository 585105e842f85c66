// Server: how many records match, streamed in after the frame. Many are estimated until someone asks.
import { LiveCount } from "@/components/list/live-count";
import { isMissingRelation, isUnreadableLiteral } from "@/lib/db/errors";
import type { Actor } from "@/lib/model/actor";
import { matchingQuery } from "@/lib/model/list-params";
import type { Params } from "@/lib/model/params";
import { needsNoViews, resolveList } from "@/lib/model/saved-views";
import { exactCount, quickCount } from "@/lib/records/count";
import type { Registered } from "@/lib/resources/registry";
import { listViews } from "@/lib/views/list-views";

type ListCountProps = {
  actor: Actor;
  registered: Registered;
  /** The address's, so they may be anything. */
  params: Params;
};

export async function ListCount({ actor, registered, params }: ListCountProps) {
  const { slug, label } = registered.resource;
  const views = needsNoViews(params) ? [] : await listViews(actor, registered);
  const { query: matching } = resolveList(registered.resource, params, views, actor.role);
  const isExact = params.count === "exact";
  const count = await countUnlessMissing(async () => {
    const exact = isExact ? await exactCount(actor, registered, matching) : undefined;
    return exact ?? (await quickCount(actor, registered, matching));
  });
  return (
    <LiveCount
      slug={slug}
      things={label.toLowerCase()}
      initial={{ of: matchingQuery(matching), count: count ?? null }}
      tookTooLong={isExact && count?.kind !== "exact"}
    />
  );
}

/** What is wrong with a table or a filter is said where the rows would be. */
async function countUnlessMissing<T>(count: () => Promise<T>): Promise<T | undefined> {
  try {
    return await count();
  } catch (error) {
    if (isMissingRelation(error) || isUnreadableLiteral(error)) return undefined;
    throw error;
  }
}
