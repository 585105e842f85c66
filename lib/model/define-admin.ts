// Pure: the shape of admin.config.ts.

import type { Role } from "@/lib/model/actor";
import type { CustomRoutes } from "@/lib/model/custom-routes";
import type { ResourceDeclaration } from "@/lib/model/define-resource";

/** A group of tables with its own drizzle config, migrations folder and ledger. */
export type Prefix = {
  /** What the names of its tables start with, e.g. `ai_coach_`. */
  prefix: string;
  label: string;
  /** A module of Drizzle tables. Without it the tables are read from the database's catalog. */
  schema?: Record<string, unknown>;
  /** Its drizzle-kit config, from the project's root. */
  config: string;
  /** Its migrations folder (drizzle-kit's `out`), from the project's root. */
  migrations: string | ((env: Record<string, unknown> & { FASTAPP_DIR?: string }) => string);
  /** drizzle-kit's `migrations` option; by default `drizzle.<prefix>migrations`. */
  ledger?: { schema?: string; table: string };
  /** The npm script that applies its migrations. */
  script: string;
  /** The zone that `timestamp` columns without one are in: an IANA name, `UTC` by default. */
  zone?: string;
  /** The lowest role that may create, update and delete; `editor` by default. */
  writers?: Role;
  /** Its tables have no pages. */
  internal?: boolean;
};

/** The table that gives user ids names, and the columns (by database name) that make a name. */
export type PeopleSource = { table: string; id: string; name: string[]; email: string };

/** Records in a state that someone should look at. Left out where the database has no such table or fields. */
export type StuckItem = {
  kind: "stuck";
  /** The slug. */
  resource: string;
  /** "failed job": the noun that is counted. */
  noun: string;
  field: string;
  is: string;
  /** The field that names a record here. */
  title: string;
  /** The timestamp that orders them, the latest first. */
  at: string;
};

/** What the overview tells of, in its order. Resources are named by their slugs. */
export type OverviewItem =
  /** By its calendar: what is due today, and what is overdue of the states `open`. */
  | { kind: "due"; resource: string; open: string[] }
  | StuckItem
  /** By its charts: metrics that moved. */
  | { kind: "moved"; resource: string }
  /** Its latest changes. */
  | { kind: "changed"; resource: string };

export type AdminConfig = {
  name: string;
  /** In the order in which they are migrated. */
  prefixes: Prefix[];
  resources: ResourceDeclaration[];
  people?: PeopleSource;
  overview?: OverviewItem[];
  /**
   * The app's own API routes, mounted at `/api`: their callers are signed in or have a token. A route for anybody is a
   * route file of its own under `app/api`.
   */
  customRoutes?: CustomRoutes;
};

export function defineAdmin(config: AdminConfig): AdminConfig {
  return config;
}
