CREATE TABLE "admin_api_tokens" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" text NOT NULL,
	"name" text NOT NULL,
	"token_hash" text NOT NULL,
	"beginning" text NOT NULL,
	"can_write" boolean NOT NULL,
	"resources" text[],
	"expires_at" timestamp with time zone,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "admin_api_tokens_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "admin_changes" DROP CONSTRAINT "admin_changes_action_check";--> statement-breakpoint
ALTER TABLE "admin_api_tokens" ADD CONSTRAINT "admin_api_tokens_user_id_admin_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."admin_users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "admin_api_tokens_user_id_idx" ON "admin_api_tokens" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "admin_changes_group_id_idx" ON "admin_changes" USING btree ("group_id","id");--> statement-breakpoint
ALTER TABLE "admin_changes" ADD CONSTRAINT "admin_changes_action_check" CHECK ("admin_changes"."action" in ('create', 'update', 'delete', 'reveal'));