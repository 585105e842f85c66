// The app's own tables. Add a table here, run `npm run generate`, and it has an admin page.
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTableCreator,
  text,
  timestamp,
  uuid,
  varchar,
} from "drizzle-orm/pg-core";

export const PREFIX = "ai_coach_";

export const pgCustomAppTable = pgTableCreator((name) => `${PREFIX}${name}`);

type SomeSessionsMeta = { notes: string[] };

export const coachingSessions = pgCustomAppTable(
  "some_sessions",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    userId: uuid("user_id").notNull(),
    sessionType: varchar("session_type", { length: 100 }).notNull(),
    status: varchar("status", { length: 50 }).notNull().default("pending"),
    goals: jsonb("goals"),
    notes: text("notes"),
    /** Minutes. */
    duration: integer("duration"),
    scheduledAt: timestamp("scheduled_at"),
    completedAt: timestamp("completed_at"),
    createdAt: timestamp("created_at").defaultNow().notNull(),
    updatedAt: timestamp("updated_at").defaultNow().notNull(),
    meta: jsonb("meta").$type<Partial<SomeSessionsMeta>>().default({}),
  },
  (table) => [
    index("ai_coach_some_sessions_user_id_idx").on(table.userId, table.createdAt),
    index("ai_coach_some_sessions_status_idx").on(table.status, table.createdAt),
    index("ai_coach_some_sessions_scheduled_at_idx").on(table.scheduledAt, table.id),
    index("ai_coach_some_sessions_created_at_idx").on(table.createdAt, table.id),
  ],
);

export const progressTracking = pgCustomAppTable(
  "progress_tracking",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    userId: uuid("user_id").notNull(),
    coachingSessionId: uuid("coaching_session_id"),
    metricType: varchar("metric_type", { length: 100 }).notNull(),
    value: jsonb("value").notNull(),
    timestamp: timestamp("timestamp").defaultNow().notNull(),
    metadata: jsonb("metadata"),
  },
  (table) => [
    index("ai_coach_progress_tracking_user_id_idx").on(table.userId, table.timestamp),
    index("ai_coach_progress_tracking_session_id_idx").on(table.coachingSessionId),
    index("ai_coach_progress_tracking_metric_idx").on(table.metricType, table.timestamp),
    index("ai_coach_progress_tracking_timestamp_idx").on(table.timestamp, table.id),
  ],
);

export const appSettings = pgCustomAppTable("app_settings", {
  id: uuid("id").primaryKey().defaultRandom(),
  key: varchar("key", { length: 255 }).notNull().unique(),
  value: text("value").notNull(),
  description: text("description"),
  isPublic: boolean("is_public").default(false).notNull(),
  createdAt: timestamp("created_at").defaultNow().notNull(),
  updatedAt: timestamp("updated_at").defaultNow().notNull(),
});

export const dbSchema = { someSessions: coachingSessions, progressTracking, appSettings };

export type SomeSessions = typeof coachingSessions.$inferSelect;
export type SomeSessionsInsert = typeof coachingSessions.$inferInsert;
export type SomeSessionsUpdate = Partial<SomeSessions>;
export type ProgressTracking = typeof progressTracking.$inferSelect;
export type ProgressTrackingInsert = typeof progressTracking.$inferInsert;
export type ProgressTrackingUpdate = Partial<ProgressTracking>;
export type AppSettings = typeof appSettings.$inferSelect;
export type AppSettingsInsert = typeof appSettings.$inferInsert;
export type AppSettingsUpdate = Partial<AppSettings>;
