// Server: the app's settings: `await settings.get("coaching.max_minutes")`.
import "server-only";
import { getTableName } from "drizzle-orm";
import { read } from "@/lib/db/client";
import { pgCode } from "@/lib/db/errors";
import { createListener } from "@/lib/db/listener";
import { appSettings } from "@/lib/db/schema";
import { env, environmentValue } from "@/lib/env";
import { log } from "@/lib/log";
import { createSettings } from "@/lib/settings/client";
import { contract } from "@/lib/settings/contract";
import { publicSettings } from "@/lib/settings/public";
import { createStoredRows, type StoredRows, type StoredValues } from "@/lib/settings/stored";

// Bundles and hot reloads may load this module more than once; one connection listens for the process.
const holder = globalThis as { fastappSettings?: StoredRows };

function storedRows(): StoredRows {
  holder.fastappSettings ??= createStoredRows({
    load,
    listen: (onWord) =>
      createListener({ credentials: env().database, table: getTableName(appSettings), onWord }),
    onStale: (error) => log().warn({ code: pgCode(error) }, "settings not read: earlier ones used"),
  });
  return holder.fastappSettings;
}

async function load(): Promise<StoredValues> {
  const { key, value, isPublic } = appSettings;
  const rows = await read((tx) => tx.select({ key, value, isPublic }).from(appSettings));
  return new Map(rows.map((row) => [row.key, row]));
}

export const settings = createSettings(contract, {
  rows: { current: () => storedRows().current(), close: () => storedRows().close() },
  environment: environmentValue,
  onRefused: (key, from) => log().warn({ setting: key, from }, "setting refused, passed over"),
});

/** What anybody may read, by key. @throws DatabaseUnavailable */
export async function readPublicSettings(): Promise<Record<string, unknown>> {
  return publicSettings(contract, await storedRows().current(), environmentValue);
}

/** Hangs up, so that a script can end. */
export function closeSettings(): void {
  holder.fastappSettings?.close();
  holder.fastappSettings = undefined;
}
