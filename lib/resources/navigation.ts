// Server: the sidebar's links and the palette's commands, from the registry.
import "server-only";
import admin from "@/admin.config";
import { DatabaseUnavailable } from "@/lib/errors";
import type { Actor } from "@/lib/model/actor";
import { type Command, commandsOf } from "@/lib/model/command";
import type { Navigation, NavigationLink } from "@/lib/model/navigation";
import type { Resource } from "@/lib/model/resource";
import { allResources, type Registered, schemaResources } from "@/lib/resources/registry";

const declared = new Set(admin.resources.map((declaration) => declaration.table));

export async function navigationFor(_actor: Actor): Promise<Navigation> {
  const registered = await reachable();
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

export async function commandsFor(actor: Actor): Promise<Command[]> {
  const registered = await reachable();
  const resources = (isDeclared: boolean) =>
    registered
      .filter(({ table }) => declared.has(table) === isDeclared)
      .map(({ resource }) => resource);
  return commandsOf({
    actor,
    declared: resources(true),
    others: resources(false),
    prefixes: admin.prefixes.map(({ prefix, label }) => ({ prefix, label })),
  });
}

/** Without a database the declared resources remain: the shell must stand when pages cannot. */
async function reachable(): Promise<Registered[]> {
  return allResources().catch((error: unknown) => {
    if (error instanceof DatabaseUnavailable) return schemaResources();
    throw error;
  });
}
