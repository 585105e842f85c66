CREATE TABLE "admin_saved_views" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"table_name" text NOT NULL,
	"name" text NOT NULL,
	"definition" text NOT NULL,
	"owner_id" text NOT NULL,
	"is_shared" boolean DEFAULT false NOT NULL,
	"default_for" text[] DEFAULT '{}' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "admin_saved_views_default_for_check" CHECK ("admin_saved_views"."default_for" <@ array['viewer', 'editor', 'owner']::text[]),
	CONSTRAINT "admin_saved_views_default_check" CHECK ("admin_saved_views"."is_shared" or "admin_saved_views"."default_for" = '{}')
);
--> statement-breakpoint
ALTER TABLE "admin_saved_views" ADD CONSTRAINT "admin_saved_views_owner_id_admin_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."admin_users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "admin_saved_views_name_idx" ON "admin_saved_views" USING btree ("owner_id","table_name",lower("name"));--> statement-breakpoint
CREATE INDEX "admin_saved_views_table_name_idx" ON "admin_saved_views" USING btree ("table_name");--> statement-breakpoint
CREATE UNIQUE INDEX "admin_saved_views_viewer_default_idx" ON "admin_saved_views" USING btree ("table_name") WHERE 'viewer' = any("admin_saved_views"."default_for");--> statement-breakpoint
CREATE UNIQUE INDEX "admin_saved_views_editor_default_idx" ON "admin_saved_views" USING btree ("table_name") WHERE 'editor' = any("admin_saved_views"."default_for");--> statement-breakpoint
CREATE UNIQUE INDEX "admin_saved_views_owner_default_idx" ON "admin_saved_views" USING btree ("table_name") WHERE 'owner' = any("admin_saved_views"."default_for");