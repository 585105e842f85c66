// Server: migrations by a part of their name, from the folders alone.
import "server-only";
import { readdir } from "node:fs/promises";
import admin from "@/admin.config";
import { env } from "@/lib/env";
import { unlessMissing } from "@/lib/migrations/read/unless-missing";
import { migrationSources } from "@/lib/migrations/sources";
import type { Found } from "@/lib/model/found";

const maxFound = 5;

/** The latest first. */
export async function findMigrations(text: string): Promise<Found[]> {
  if (text === "") return [];
  const sources = migrationSources(admin.prefixes, env());
  const found = await Promise.all(
    sources.map(async ({ prefix, label, path }) => {
      const names = (await unlessMissing(readdir(path))) ?? [];
      return names
        .flatMap((name) => /^(\d{4,}_.+?)(\.sql)?$/.exec(name)?.[1] ?? [])
        .filter((tag) => tag.toLowerCase().includes(text.toLowerCase()))
        .sort()
        .reverse()
        .map((tag) => ({
          title: tag,
          detail: label,
          href: `/migrations/${prefix}/${encodeURIComponent(tag)}`,
        }));
    }),
  );
  return found.flat().slice(0, maxFound);
}
