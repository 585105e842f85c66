// Server: what the pages and actions of a resource begin with.
import "server-only";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import type { Actor } from "@/lib/model/actor";
import { encodeRecordId } from "@/lib/model/literal";
import { recordHref, resourceFor } from "@/lib/model/resource";
import { keyOf } from "@/lib/records/columns";
import { getRecord } from "@/lib/records/get";
import { titleOf } from "@/lib/records/title";
import { findResource, type Registered } from "@/lib/resources/registry";

/** The resource of that segment of a path, or the page that says there is none. */
export async function requireResource(segment: string): Promise<Registered> {
  return (await findResource(decodeSegment(segment))) ?? notFound();
}

/**
 * The record's id as it stands in the address. Next's own parameter no longer tells a comma between two literals from
 * one inside of a literal.
 */
export async function recordIdInPath(): Promise<string> {
  const [path = ""] = ((await headers()).get("x-path") ?? "").split("?");
  return path.split("/")[2] ?? "";
}

/** The record that the address names, once a request, or the page that says there is none. */
export const requireRecord = cache(async (actor: Actor, segment: string) => {
  const found = await requireResource(segment);
  const record = await getRecord(actor, found, await recordIdInPath());
  if (!record) notFound();
  const registered = { ...found, resource: resourceFor(found.resource, record.literals) };
  const id = encodeRecordId(keyOf(registered, record.literals));
  return {
    registered,
    record,
    id,
    title: titleOf(registered, record.literals),
    href: recordHref(registered.resource, id),
  };
});

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    notFound();
  }
}
