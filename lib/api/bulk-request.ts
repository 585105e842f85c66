// Server: what a page of ours asks to be done with many records, read from its request.
import "server-only";
import { z } from "zod";
import { Problem } from "@/lib/api/problem";
import { type BulkAct, maxPicked } from "@/lib/model/bulk";
import { parseMatching } from "@/lib/model/list-params";
import type { Selected } from "@/lib/records/bulk/walk";
import { findResource, type Registered } from "@/lib/resources/registry";

const maxBytes = 8 * 1024 * 1024;
const literals = z.record(z.string(), z.string().nullable());

const shape = z.object({
  act: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("set"), values: literals }),
    z.object({ kind: z.literal("delete") }),
  ]),
  selection: z.union([
    z.object({
      records: z
        .array(z.object({ id: z.string(), seen: literals }))
        .min(1)
        .max(maxPicked),
    }),
    z.object({ matching: z.record(z.string(), z.string()) }),
  ]),
  promised: z.int().min(0).optional(),
  submission: z.uuid().optional(),
});

export type AskedBulk = {
  registered: Registered;
  act: BulkAct;
  selected: Selected;
  promised?: number | undefined;
  submission?: string | undefined;
};

/** @throws Problem */
export async function readBulk(request: Request, slug: string): Promise<AskedBulk> {
  const registered = await findResource(slug);
  if (!registered) throw new Problem(404, "There is no such resource.");
  const { selection, ...asked } = await readBody(request);
  return { registered, ...asked, selected: selectedBy(registered, selection) };
}

async function readBody(request: Request): Promise<z.infer<typeof shape>> {
  if (!(Number(request.headers.get("content-length")) <= maxBytes)) {
    throw new Problem(413, "So many records are selected by a filter instead of one by one.");
  }
  const body: unknown = await request.json().catch(() => undefined);
  const parsed = shape.safeParse(body);
  if (!parsed.success) throw new Problem(400, "This is no act on records.");
  return parsed.data;
}

/** What of a filter is not understood would be left out of it, and reach more records than were meant. */
function selectedBy(
  { resource }: Registered,
  selection: z.infer<typeof shape>["selection"],
): Selected {
  if ("records" in selection) return selection;
  const { matching, notices } = parseMatching(resource, selection.matching);
  const [notice] = notices;
  if (notice) throw new Problem(400, `${notice} Nothing was done.`);
  return { matching };
}
