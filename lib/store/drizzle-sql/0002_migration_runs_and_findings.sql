CREATE TABLE "admin_column_uses" (
	"table_name" text NOT NULL,
	"column_name" text NOT NULL,
	"use" text NOT NULL,
	"count" bigint NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	CONSTRAINT "admin_column_uses_table_name_column_name_use_pk" PRIMARY KEY("table_name","column_name","use"),
	CONSTRAINT "admin_column_uses_use_check" CHECK ("admin_column_uses"."use" in ('filter', 'sort', 'search'))
);
--> statement-breakpoint
CREATE TABLE "admin_finding_decisions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "admin_finding_decisions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"actor_id" text NOT NULL,
	"actor_name" text NOT NULL,
	"rule" text NOT NULL,
	"object" text NOT NULL,
	"decision" text NOT NULL,
	"reason" text NOT NULL,
	"request_id" text,
	CONSTRAINT "admin_finding_decisions_decision_check" CHECK ("admin_finding_decisions"."decision" in ('accepted', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "admin_migration_runs" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "admin_migration_runs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"prefix" text NOT NULL,
	"actor_id" text,
	"actor_name" text NOT NULL,
	"outcome" text NOT NULL,
	"migrations" jsonb NOT NULL,
	"duration_ms" integer NOT NULL,
	"failure" text,
	"backup_taken" boolean DEFAULT false NOT NULL,
	"request_id" text,
	CONSTRAINT "admin_migration_runs_outcome_check" CHECK ("admin_migration_runs"."outcome" in ('applied', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "admin_sessions" ADD COLUMN "confirmed_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "admin_finding_decisions_finding_idx" ON "admin_finding_decisions" USING btree ("rule","object","id");--> statement-breakpoint
CREATE INDEX "admin_migration_runs_prefix_idx" ON "admin_migration_runs" USING btree ("prefix","id");