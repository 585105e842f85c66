// A small stand-in for the framework's tables, with its names and columns: enough to give user ids names.
// With FASTAPP_DIR set, the real framework's schema takes its place; the dashboard reads either from the catalog.
import {
  boolean,
  index,
  jsonb,
  pgEnum,
  pgTableCreator,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
  varchar,
} from "drizzle-orm/pg-core";

const pgBaseTable = pgTableCreator((name) => `base_${name}`);

const createdAt = () => timestamp("created_at", { mode: "string" }).notNull().defaultNow();
const updatedAt = () => timestamp("updated_at", { mode: "string" }).notNull().defaultNow();

export const organisationMemberRole = pgEnum("organisation_member_role", [
  "owner",
  "admin",
  "member",
]);

export const organisations = pgBaseTable(
  "organisations",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    name: varchar("name", { length: 255 }).notNull(),
    description: text("description"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [unique("organisations_name_idx").on(table.name)],
);

export const users = pgBaseTable(
  "users",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    email: text("email").notNull(),
    emailVerified: boolean("email_verified").notNull().default(false),
    password: text("password"),
    salt: text("salt"),
    image: text("image"),
    firstname: varchar("firstname", { length: 255 }).notNull(),
    surname: varchar("surname", { length: 255 }).notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    extUserId: text("ext_user_id").notNull().default(""),
    meta: jsonb("meta"),
    lastOrganisationId: uuid("last_organisation_id").references(() => organisations.id, {
      onDelete: "set null",
    }),
  },
  (table) => [
    uniqueIndex("unique_email").on(table.email),
    index("users_created_at_idx").on(table.createdAt),
  ],
);

export const organisationMembers = pgBaseTable(
  "organisation_members",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    role: organisationMemberRole("role").notNull().default("member"),
    joinedAt: timestamp("joined_at", { mode: "string" }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.organisationId] })],
);

export const jobStatus = pgEnum("job_status", ["pending", "running", "completed", "failed"]);

export const jobs = pgBaseTable(
  "jobs",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    userId: uuid("user_id").references(() => users.id, { onDelete: "set null" }),
    organisationId: uuid("organisation_id").references(() => organisations.id, {
      onDelete: "set null",
    }),
    type: varchar("type", { length: 255 }).notNull(),
    status: jobStatus("status").notNull().default("pending"),
    metadata: jsonb("metadata").notNull().default({}),
    result: jsonb("result"),
    error: text("error"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    index("jobs_status_idx").on(table.status, table.createdAt),
    index("jobs_user_id_idx").on(table.userId),
    index("jobs_organisation_id_idx").on(table.organisationId),
  ],
);
