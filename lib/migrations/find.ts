// Server: migrations by a part of their name, from the folders alone.
import "server-only";
import { readdir } from "node:fs/promises";
import admin from "@/admin.config";
import { env } from "@/lib/env";
import { unlessMissing } from "@/lib/migrations/read/unless-missing";
import { migrationSources } from "@/lib/migrations/sources";
import type { FoundGroup } from "@/lib/model/found";

/** The latest first. */
export async function findMigrations(text: string, limit: number): Promise<FoundGroup> {
  const sources = migrationSources(admin.prefixes, env());
  const tags = await Promise.all(
    sources.map(async ({ prefix, label, path }) => {
      const names = (await unlessMissing(readdir(path))) ?? [];
      return names
        .flatMap((name) => /^(\d{4,}_.+?)(\.sql)?$/.exec(name)?.[1] ?? [])
        .filter((tag) => text !== "" && tag.toLowerCase().includes(text.toLowerCase()))
        .sort()
        .reverse()
        .map((tag) => ({
          title: tag,
          detail: label,
          href: `/migrations/${prefix}/${encodeURIComponent(tag)}`,
        }));
    }),
  );
  const found = tags.flat();
  return {
    label: "Migrations",
    found: found.slice(0, limit),
    hasMore: found.length > limit,
  };
}
