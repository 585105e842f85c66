// Server: the sidebar's links, from the registry.
import "server-only";
import admin from "@/admin.config";
import { DatabaseUnavailable } from "@/lib/errors";
import type { Actor } from "@/lib/model/actor";
import type { Navigation, NavigationLink } from "@/lib/model/navigation";
import type { Resource } from "@/lib/model/resource";
import { allResources, schemaResources } from "@/lib/resources/registry";

/** Without a database the declared resources remain: the shell must stand when pages cannot. */
export async function navigationFor(_actor: Actor): Promise<Navigation> {
  const registered = await allResources().catch((error: unknown) => {
    if (error instanceof DatabaseUnavailable) return schemaResources();
    throw error;
  });
  const declared = new Set(admin.resources.map((declaration) => declaration.table));
  const link = ({ slug, label }: Resource): NavigationLink => ({ href: `/${slug}`, label });
  return {
    resources: registered
      .filter(({ table }) => declared.has(table))
      .map(({ resource }) => link(resource)),
    prefixes: admin.prefixes
      .filter((prefix) => !prefix.internal)
      .map(({ prefix, label }) => ({
        prefix,
        label,
        links: registered
          .filter(({ table, resource }) => resource.prefix === prefix && !declared.has(table))
          .map(({ resource: { slug, table } }) => ({
            href: `/${slug}`,
            label: table.slice(prefix.length),
          })),
      }))
      .filter(({ links }) => links.length > 0),
  };
}
