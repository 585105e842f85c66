// Tests: SQL as a batch, and a live database to judge it by.
import { batchOf } from "@/lib/migrations/sql/batch";
import { findingsOf } from "@/lib/migrations/sql/lint";
import { parseMigration } from "@/lib/migrations/sql/parse";
import type { BatchItem, LintFinding, LiveFacts } from "@/lib/model/migrations/lock-receipt";

/** A database with one table of 5 million rows of the app, one small one, and one of the framework. */
export function live(changes: Partial<LiveFacts> = {}): LiveFacts {
  return {
    sizes: [
      { table: "public.app_orders", rows: 5_000_000, bytes: 1_000_000_000 },
      { table: "public.app_settings", rows: 40, bytes: 16_384 },
      { table: "public.base_users", rows: 200_000, bytes: 40_000_000 },
    ],
    searchPath: ["pg_catalog", "public"],
    columns: [
      { table: "public.app_orders", name: "status", type: "status", hasNotNullCheck: false },
      {
        table: "public.app_orders",
        name: "note",
        type: "character varying(10)",
        hasNotNullCheck: false,
      },
    ],
    foreignKeys: [
      {
        name: "orders_user_fk",
        table: "public.app_orders",
        columns: ["user_id"],
        parent: "public.base_users",
        parentColumns: ["id"],
      },
    ],
    indexes: [{ name: "app_orders_idx", table: "public.app_orders" }],
    schemas: ["pg_catalog", "public"],
    extensions: ["plpgsql"],
    availableExtensions: ["plpgsql", "pg_trgm"],
    serverVersion: 150_000,
    prefixes: ["base_", "app_"],
    hasLockTimeout: true,
    ...changes,
  };
}

/** Each text one migration of the prefix `app_`. */
export function batch(...texts: string[]): BatchItem[] {
  return texts.map((text, index) => ({
    prefix: "app_",
    tag: `000${index + 1}`,
    statements: parseMigration(text).statements,
  }));
}

export function findings(items: BatchItem[], facts = live()): LintFinding[] {
  return findingsOf(batchOf(items, facts));
}

export function rules(items: BatchItem[], facts = live()): string[] {
  return findings(items, facts).map(({ rule }) => rule);
}
