// Server: how many records there are, streamed in after the frame. Big tables are estimated until someone asks.
import Link from "next/link";
import { CountText } from "@/components/list/count-text";
import { isMissingRelation } from "@/lib/db/errors";
import type { Actor } from "@/lib/model/actor";
import { viewHref } from "@/lib/model/view";
import { estimateCount, exactCount } from "@/lib/records/count";
import type { Registered } from "@/lib/resources/registry";

type ListCountProps = {
  actor: Actor;
  registered: Registered;
  /** `undefined`: there is no way to ask. */
  exact?: boolean;
};

export async function ListCount({ actor, registered, exact }: ListCountProps) {
  const asked = exact ? await exactCount(actor, registered) : undefined;
  const count = asked ?? (await countUnlessMissing(actor, registered));
  if (!count) return null;
  if (count.kind === "exact") return <CountText count={count} />;
  return (
    <>
      <CountText count={count} />
      {exact && " · counting took too long"}
      {exact === false && (
        <Link
          href={viewHref(registered.resource, "list", { count: "exact" })}
          prefetch={false}
          className="ml-2 inline-flex min-h-6 items-center text-xs underline hover:text-ink"
        >
          Count exactly
        </Link>
      )}
    </>
  );
}

/** A table that is not there has no count; what to do about it is said where its rows would be. */
async function countUnlessMissing(actor: Actor, registered: Registered) {
  try {
    return await estimateCount(actor, registered);
  } catch (error) {
    if (isMissingRelation(error)) return undefined;
    throw error;
  }
}
