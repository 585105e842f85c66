// Server: what the pages and actions of a resource begin with.
import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import type { Actor } from "@/lib/model/actor";
import { encodeRecordId } from "@/lib/model/literal";
import { keyOf } from "@/lib/records/columns";
import { getRecord } from "@/lib/records/get";
import { titleOf } from "@/lib/records/title";
import { findResource, type Registered } from "@/lib/resources/registry";

/** The resource of that segment of a path, or the page that says there is none. */
export async function requireResource(segment: string): Promise<Registered> {
  return (await findResource(decodeSegment(segment))) ?? notFound();
}

/** The record that a path names, once a request, or the page that says there is none. */
export const requireRecord = cache(
  async (actor: Actor, path: { resource: string; id: string }) => loadRecord(actor, path.resource, path.id),
);

async function loadRecord(actor: Actor, segment: string, idSegment: string) {
  const registered = await requireResource(segment);
  const record = await getRecord(actor, registered, idSegment);
  if (!record) notFound();
  const id = encodeRecordId(keyOf(registered, record.literals));
  return {
    registered,
    record,
    id,
    title: titleOf(registered, record.literals),
    href: `/${encodeURIComponent(registered.resource.slug)}/${id}`,
  };
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    notFound();
  }
}
