// Pure: which record an API address names.
import type { ApiContext } from "@/lib/model/custom-routes";
import { decodeRecordId } from "@/lib/model/literal";
import type { Registered } from "@/lib/resources/registry";

/**
 * The last segment as it came, since the framework's parameter no longer tells a comma between two literals from one
 * inside of a literal. Generated clients encode the whole of it once more, which shows where parts are missing.
 */
export function recordIdIn(c: ApiContext, { resource }: Registered): string {
  const segment = new URL(c.req.url).pathname.split("/").at(-1) ?? "";
  if (decodeRecordId(segment, resource.key.length)) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
