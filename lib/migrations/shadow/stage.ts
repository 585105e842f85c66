// Server: a shadow that is ready for a database's migrations.
import "server-only";
import type { CatalogObject } from "@/lib/migrations/drift/objects";
import { startsWithPrefix } from "@/lib/migrations/drift/owners";
import { lenderOf } from "@/lib/migrations/shadow/borrow";
import type { LiveDatabase } from "@/lib/migrations/shadow/live-database";
import { extensionsFor, prepareShadow } from "@/lib/migrations/shadow/prepare";
import type { Stage } from "@/lib/migrations/shadow/run-batch";
import { withShadow } from "@/lib/migrations/shadow/shadow";

type Play = {
  live: LiveDatabase;
  prefixes: string[];
  /** Of every migration that will be run. */
  texts: string[];
  signal?: AbortSignal;
};

/** @throws ShadowFailed */
export function onStage<T>(
  { live: { surroundings, objects }, prefixes, texts, signal }: Play,
  work: (stage: Stage) => Promise<T>,
): Promise<T> {
  const isForeign = (object: CatalogObject) => !startsWithPrefix(object, prefixes);
  const extensions = extensionsFor(surroundings, texts);
  return withShadow({ extensions, ...(signal && { signal }) }, async (shadow) => {
    const session = await prepareShadow(shadow, surroundings, texts);
    const lender = lenderOf(objects.filter(isForeign), surroundings.searchPath);
    return work({ shadow, session, lender });
  });
}
