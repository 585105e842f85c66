// Server: the objects of a shadow, by the same questions as those of the live database.
import "server-only";
import { printerSettings } from "@/lib/migrations/drift/catalog-queries";
import { type CatalogObject, catalogQuery, objectsFrom } from "@/lib/migrations/drift/objects";
import type { Shadow } from "@/lib/migrations/shadow/shadow";

export async function readShadow(shadow: Shadow): Promise<CatalogObject[]> {
  await shadow.exec("begin");
  const objects = await readWithin(shadow);
  await shadow.exec("rollback");
  return objects;
}

/** Inside a transaction that is open already; what follows in it has nothing on its search path. */
export async function readWithin(shadow: Shadow): Promise<CatalogObject[]> {
  await shadow.exec(printerSettings);
  const [row] = await shadow.query<{ catalog: string }>(catalogQuery);
  return objectsFrom(row?.catalog ?? "");
}
