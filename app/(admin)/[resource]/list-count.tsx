// Server: how many records there are, streamed in after the frame. Big tables are estimated until someone asks.
import Link from "next/link";
import { isMissingRelation } from "@/lib/db/errors";
import type { Actor } from "@/lib/model/actor";
import { viewHref } from "@/lib/model/view";
import { estimateCount, exactCount } from "@/lib/records/count";
import type { Registered } from "@/lib/resources/registry";

type ListCountProps = {
  actor: Actor;
  registered: Registered /** `undefined`: and no way to ask. */;
  exact?: boolean;
};

export async function ListCount({ actor, registered, exact }: ListCountProps) {
  const counted = exact ? await exactCount(actor, registered) : undefined;
  if (counted) return counted.rows.toLocaleString("en");
  const count = await countUnlessMissing(actor, registered);
  if (!count) return null;
  if (count.kind === "exact") return count.rows.toLocaleString("en");
  const rounded = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });
  const about = count.kind === "estimate" ? "≈ " : "more than ";
  return (
    <>
      <span title="From the database's statistics">
        {about}
        {rounded.format(count.rows)}
      </span>
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
