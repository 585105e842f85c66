// Server: the status of every declared prefix's migrations, for pages. Only reads.
import "server-only";
import admin from "@/admin.config";
import { read } from "@/lib/db/client";
import { env } from "@/lib/env";
import { DatabaseUnavailable } from "@/lib/errors";
import { statusOf, statusWithoutDatabase } from "@/lib/migrations/prefix-status";
import { migrationSources } from "@/lib/migrations/sources";
import type { PrefixStatus } from "@/lib/model/migration-status";

/** In the order in which the prefixes are migrated. A database that does not answer is a status too. */
export async function migrationStatus(): Promise<PrefixStatus[]> {
  const sources = migrationSources(admin.prefixes, env());
  try {
    return await statusOf(sources, read);
  } catch (error) {
    if (!(error instanceof DatabaseUnavailable)) throw error;
    return statusWithoutDatabase(sources, error);
  }
}
