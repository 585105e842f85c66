CREATE TYPE "public"."organisation_member_role" AS ENUM('owner', 'admin', 'member');--> statement-breakpoint
CREATE TABLE "base_organisation_members" (
	"user_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"role" "organisation_member_role" DEFAULT 'member' NOT NULL,
	"joined_at" timestamp DEFAULT now() NOT NULL,
	CONSTRAINT "base_organisation_members_user_id_organisation_id_pk" PRIMARY KEY("user_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "base_organisations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" varchar(255) NOT NULL,
	"description" text,
	"created_at" timestamp DEFAULT now() NOT NULL,
	"updated_at" timestamp DEFAULT now() NOT NULL,
	CONSTRAINT "organisations_name_idx" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "base_users" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"password" text,
	"salt" text,
	"image" text,
	"firstname" varchar(255) NOT NULL,
	"surname" varchar(255) NOT NULL,
	"created_at" timestamp DEFAULT now() NOT NULL,
	"updated_at" timestamp DEFAULT now() NOT NULL,
	"ext_user_id" text DEFAULT '' NOT NULL,
	"meta" jsonb,
	"last_organisation_id" uuid
);
--> statement-breakpoint
ALTER TABLE "base_organisation_members" ADD CONSTRAINT "base_organisation_members_user_id_base_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."base_users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "base_organisation_members" ADD CONSTRAINT "base_organisation_members_organisation_id_base_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."base_organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "base_users" ADD CONSTRAINT "base_users_last_organisation_id_base_organisations_id_fk" FOREIGN KEY ("last_organisation_id") REFERENCES "public"."base_organisations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "unique_email" ON "base_users" USING btree ("email");--> statement-breakpoint
CREATE INDEX "users_created_at_idx" ON "base_users" USING btree ("created_at");