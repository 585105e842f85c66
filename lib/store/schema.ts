// The dashboard's own tables, prefix `admin_`: accounts (in better-auth's shape) and the change history.
import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTableCreator,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { type Role, roles } from "../model/actor";
import type { Literals } from "../model/literal";

const pgAdminTable = pgTableCreator((name) => `admin_${name}`);

const instant = (name: string) => timestamp(name, { withTimezone: true });
const createdAt = () => instant("created_at").notNull().defaultNow();
const updatedAt = () => instant("updated_at").notNull().defaultNow();

export const adminUsers = pgAdminTable(
  "users",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    email: text("email").notNull().unique(),
    emailVerified: boolean("email_verified").notNull().default(false),
    image: text("image"),
    role: text("role", { enum: ["viewer", "editor", "owner"] })
      .notNull()
      .default("viewer"),
    disabledAt: instant("disabled_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [check("admin_users_role_check", sql`${table.role} in ('viewer', 'editor', 'owner')`)],
);

const userId = () =>
  text("user_id")
    .notNull()
    .references(() => adminUsers.id, { onDelete: "cascade" });

export const adminSessions = pgAdminTable(
  "sessions",
  {
    id: text("id").primaryKey(),
    token: text("token").notNull().unique(),
    userId: userId(),
    expiresAt: instant("expires_at").notNull(),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    /** When its person last gave the password again, if ever. */
    confirmedAt: instant("confirmed_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [index("admin_sessions_user_id_idx").on(table.userId)],
);

export const adminAccounts = pgAdminTable(
  "accounts",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id").notNull(),
    providerId: text("provider_id").notNull(),
    userId: userId(),
    accessToken: text("access_token"),
    refreshToken: text("refresh_token"),
    idToken: text("id_token"),
    accessTokenExpiresAt: instant("access_token_expires_at"),
    refreshTokenExpiresAt: instant("refresh_token_expires_at"),
    scope: text("scope"),
    password: text("password"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [index("admin_accounts_user_id_idx").on(table.userId)],
);

export const adminVerifications = pgAdminTable(
  "verifications",
  {
    id: text("id").primaryKey(),
    identifier: text("identifier").notNull(),
    value: text("value").notNull(),
    expiresAt: instant("expires_at").notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [index("admin_verifications_identifier_idx").on(table.identifier)],
);

/** What machines sign in with. Only the hash is kept, so a token is shown once, when it is made. */
export const adminApiTokens = pgAdminTable(
  "api_tokens",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    userId: userId(),
    name: text("name").notNull(),
    /** SHA-256 of the token, in hex. */
    tokenHash: text("token_hash").notNull().unique(),
    /** The token's first characters, by which its owner knows it. */
    beginning: text("beginning").notNull(),
    canWrite: boolean("can_write").notNull(),
    /** Slugs of the resources it reaches; NULL for all that its person may reach. */
    resources: text("resources").array(),
    expiresAt: instant("expires_at"),
    /** Exact to the minute. */
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
    createdAt: createdAt(),
  },
  (table) => [index("admin_api_tokens_user_id_idx").on(table.userId, table.createdAt)],
);

/** Attempts counted per key in a fixed window; the window restarts when it has passed. */
export const adminRateLimits = pgAdminTable("rate_limits", {
  key: text("key").primaryKey(),
  count: integer("count").notNull(),
  windowStartedAt: instant("window_started_at").notNull(),
});

/**
 * One row per changed record, written in the transaction of the change and never altered after (a trigger refuses).
 * `before` and `after` are literals by field name: whole records for create and delete, changed fields for update (of a
 * saved view the whole too: they tell who may know of it).
 */
export const adminChanges = pgAdminTable(
  "changes",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant("at").notNull().default(sql`clock_timestamp()`),
    actorId: text("actor_id"),
    actorName: text("actor_name").notNull(),
    /** A reveal changes nothing: someone read a secret. */
    action: text("action", { enum: ["create", "update", "delete", "reveal"] }).notNull(),
    tableName: text("table_name").notNull(),
    recordId: text("record_id").notNull(),
    recordTitle: text("record_title").notNull(),
    before: jsonb("before").$type<Literals>(),
    after: jsonb("after").$type<Literals>(),
    /** Changes made by one act share it. */
    groupId: uuid("group_id").notNull().defaultRandom(),
    /** The change that this one undoes; a change is undone at most once. */
    revertsId: bigint("reverts_id", { mode: "bigint" }).references(
      (): AnyPgColumn => adminChanges.id,
    ),
    requestId: text("request_id"),
    /** Names one submission of a form or request, so that its repetition changes nothing. */
    submissionId: uuid("submission_id"),
  },
  (table) => [
    uniqueIndex("admin_changes_submission_id_idx").on(table.submissionId),
    index("admin_changes_record_idx").on(table.tableName, table.recordId, table.id),
    index("admin_changes_group_id_idx").on(table.groupId, table.id),
    uniqueIndex("admin_changes_reverts_id_idx").on(table.revertsId),
    check(
      "admin_changes_action_check",
      sql`${table.action} in ('create', 'update', 'delete', 'reveal')`,
    ),
  ],
);

/** How a list was left and named: what of its records, in which order and layout. */
export const adminSavedViews = pgAdminTable(
  "saved_views",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    /** The list's table, as the history knows it: see `qualifiedName`. */
    tableName: text("table_name").notNull(),
    name: text("name").notNull(),
    /** The part of the list's address that says it, see `definitionText`. */
    definition: text("definition").notNull(),
    ownerId: text("owner_id")
      .notNull()
      .references(() => adminUsers.id, { onDelete: "cascade" }),
    isShared: boolean("is_shared").notNull().default(false),
    /** The roles whose people see it where the list's address asks for nothing. */
    defaultFor: text("default_for").array().$type<Role[]>().notNull().default(sql`'{}'`),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (view) => [
    uniqueIndex("admin_saved_views_name_idx").on(
      view.ownerId,
      view.tableName,
      sql`lower(${view.name})`,
    ),
    index("admin_saved_views_table_name_idx").on(view.tableName),
    // Also what keeps a role from having two defaults in one table.
    ...roles.map((role) =>
      uniqueIndex(`admin_saved_views_${role}_default_idx`)
        .on(view.tableName)
        .where(sql`${sql.raw(`'${role}'`)} = any(${view.defaultFor})`),
    ),
    check(
      "admin_saved_views_default_for_check",
      sql`${view.defaultFor} <@ array['viewer', 'editor', 'owner']::text[]`,
    ),
    check("admin_saved_views_default_check", sql`${view.isShared} or ${view.defaultFor} = '{}'`),
  ],
);

/** One migration of a run, as it was applied. */
type AppliedMigration = { tag: string; hash: string; statements: number; ms: number };

/**
 * One row per prefix that a run tried, never altered after (a trigger refuses). A successful run's row is written in
 * the transaction of its migrations, so it is there if and only if they are.
 */
export const adminMigrationRuns = pgAdminTable(
  "migration_runs",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant("at").notNull().default(sql`clock_timestamp()`),
    prefix: text("prefix").notNull(),
    /** None for a run from a terminal. */
    actorId: text("actor_id"),
    actorName: text("actor_name").notNull(),
    outcome: text("outcome", { enum: ["applied", "failed"] }).notNull(),
    /** What was applied; of a failed run, what it tried. */
    migrations: jsonb("migrations").$type<AppliedMigration[]>().notNull(),
    durationMs: integer("duration_ms").notNull(),
    /** Of a failed run: what was said where. */
    failure: text("failure"),
    /** Whoever started it said that there is a backup. */
    backupTaken: boolean("backup_taken").notNull().default(false),
    requestId: text("request_id"),
  },
  (table) => [
    index("admin_migration_runs_prefix_idx").on(table.prefix, table.id),
    check("admin_migration_runs_outcome_check", sql`${table.outcome} in ('applied', 'failed')`),
  ],
);

/**
 * What was decided about findings of the schema advisor, never altered after (a trigger refuses): the latest row of a
 * finding holds.
 */
export const adminFindingDecisions = pgAdminTable(
  "finding_decisions",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant("at").notNull().default(sql`clock_timestamp()`),
    actorId: text("actor_id").notNull(),
    actorName: text("actor_name").notNull(),
    rule: text("rule").notNull(),
    /** What the rule found, e.g. `public.ai_coach_some_sessions.user_id`. */
    object: text("object").notNull(),
    decision: text("decision", { enum: ["accepted", "withdrawn"] }).notNull(),
    reason: text("reason").notNull(),
    requestId: text("request_id"),
  },
  (table) => [
    index("admin_finding_decisions_finding_idx").on(table.rule, table.object, table.id),
    check(
      "admin_finding_decisions_decision_check",
      sql`${table.decision} in ('accepted', 'withdrawn')`,
    ),
  ],
);

/** How often people of the dashboard filter, sort and search by a column; the advisor asks for an index where it pays. */
export const adminColumnUses = pgAdminTable(
  "column_uses",
  {
    /** `schema.table` */
    tableName: text("table_name").notNull(),
    columnName: text("column_name").notNull(),
    use: text("use", { enum: ["filter", "sort", "search"] }).notNull(),
    count: bigint("count", { mode: "number" }).notNull(),
    lastAt: instant("last_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tableName, table.columnName, table.use] }),
    check("admin_column_uses_use_check", sql`${table.use} in ('filter', 'sort', 'search')`),
  ],
);
