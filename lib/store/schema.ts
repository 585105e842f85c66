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
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
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

/** Attempts counted per key in a fixed window; the window restarts when it has passed. */
export const adminRateLimits = pgAdminTable("rate_limits", {
  key: text("key").primaryKey(),
  count: integer("count").notNull(),
  windowStartedAt: instant("window_started_at").notNull(),
});

/**
 * One row per changed record, written in the transaction of the change and never altered after (a trigger refuses).
 * `before` and `after` are literals by field name: whole records for create and delete, changed fields for update.
 */
export const adminChanges = pgAdminTable(
  "changes",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant("at").notNull().default(sql`clock_timestamp()`),
    actorId: text("actor_id"),
    actorName: text("actor_name").notNull(),
    action: text("action", { enum: ["create", "update", "delete"] }).notNull(),
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
    uniqueIndex("admin_changes_reverts_id_idx").on(table.revertsId),
    check("admin_changes_action_check", sql`${table.action} in ('create', 'update', 'delete')`),
  ],
);
