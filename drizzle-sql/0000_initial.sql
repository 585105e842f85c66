CREATE TABLE "ai_coach_app_settings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"key" varchar(255) NOT NULL,
	"value" text NOT NULL,
	"description" text,
	"is_public" boolean DEFAULT false NOT NULL,
	"created_at" timestamp DEFAULT now() NOT NULL,
	"updated_at" timestamp DEFAULT now() NOT NULL,
	CONSTRAINT "ai_coach_app_settings_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "ai_coach_some_sessions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"session_type" varchar(100) NOT NULL,
	"status" varchar(50) DEFAULT 'pending' NOT NULL,
	"goals" jsonb,
	"notes" text,
	"duration" integer,
	"scheduled_at" timestamp,
	"completed_at" timestamp,
	"created_at" timestamp DEFAULT now() NOT NULL,
	"updated_at" timestamp DEFAULT now() NOT NULL,
	"meta" jsonb DEFAULT '{}'::jsonb
);
--> statement-breakpoint
CREATE TABLE "ai_coach_progress_tracking" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"coaching_session_id" uuid,
	"metric_type" varchar(100) NOT NULL,
	"value" jsonb NOT NULL,
	"timestamp" timestamp DEFAULT now() NOT NULL,
	"metadata" jsonb
);
--> statement-breakpoint
CREATE INDEX "ai_coach_some_sessions_user_id_idx" ON "ai_coach_some_sessions" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "ai_coach_some_sessions_status_idx" ON "ai_coach_some_sessions" USING btree ("status","created_at");--> statement-breakpoint
CREATE INDEX "ai_coach_some_sessions_scheduled_at_idx" ON "ai_coach_some_sessions" USING btree ("scheduled_at","id");--> statement-breakpoint
CREATE INDEX "ai_coach_some_sessions_created_at_idx" ON "ai_coach_some_sessions" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "ai_coach_progress_tracking_user_id_idx" ON "ai_coach_progress_tracking" USING btree ("user_id","timestamp");--> statement-breakpoint
CREATE INDEX "ai_coach_progress_tracking_session_id_idx" ON "ai_coach_progress_tracking" USING btree ("coaching_session_id");--> statement-breakpoint
CREATE INDEX "ai_coach_progress_tracking_metric_idx" ON "ai_coach_progress_tracking" USING btree ("metric_type","timestamp");--> statement-breakpoint
CREATE INDEX "ai_coach_progress_tracking_timestamp_idx" ON "ai_coach_progress_tracking" USING btree ("timestamp","id");