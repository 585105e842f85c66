// Tests: the migrations of a prefix that uses much of what Postgres has.

/** In the order of the journal. Every name carries the prefix, so that several can share a database. */
export function richMigrations(prefix: string): [tag: string, sql: string][] {
  return [
    [
      "0000_types",
      `CREATE TYPE "public"."${prefix}mood" AS ENUM('sad', 'it''s ok', 'happy');--> statement-breakpoint
CREATE DOMAIN ${prefix}email AS varchar(320) DEFAULT 'a@b' NOT NULL CONSTRAINT ${prefix}has_at CHECK (value ~ '@');--> statement-breakpoint
CREATE TYPE ${prefix}point AS (x numeric(10,2), y numeric(10,2), note text COLLATE "C");--> statement-breakpoint
CREATE SEQUENCE ${prefix}tickets AS integer INCREMENT BY 5 MINVALUE 10 START WITH 100 CACHE 3 CYCLE;--> statement-breakpoint
CREATE FUNCTION ${prefix}double(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT n * 2 $$;`,
    ],
    [
      "0001_tables",
      `CREATE TABLE "${prefix}owners" (
  "id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  "email" ${prefix}email,
  "mood" "${prefix}mood" DEFAULT 'happy' NOT NULL,
  "moods" "${prefix}mood"[] DEFAULT '{}' NOT NULL,
  "place" ${prefix}point,
  "tags" text[] DEFAULT ARRAY['a', 'b']::text[],
  "created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  "since" date DEFAULT '2026-01-31',
  "meta" jsonb DEFAULT '{"a": [1]}'::jsonb,
  "ticket" integer DEFAULT nextval('${prefix}tickets'),
  CONSTRAINT "${prefix}owners_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "${prefix}items" (
  "id" serial PRIMARY KEY NOT NULL,
  "number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "${prefix}numbers" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1000 CACHE 1),
  "owner_id" uuid NOT NULL,
  "parent_id" integer,
  "kind" varchar(20) DEFAULT 'new' NOT NULL,
  "label" text COLLATE "C",
  "price" numeric(10, 2) DEFAULT '0.00',
  "amount" integer DEFAULT 1 NOT NULL,
  "twice" integer GENERATED ALWAYS AS (${prefix}double(amount)) STORED,
  "during" tstzrange,
  CONSTRAINT "${prefix}kind" CHECK ("kind" IN ('new', 'old') AND "amount" BETWEEN 1 AND 9)
);
--> statement-breakpoint
ALTER TABLE "${prefix}items" ADD CONSTRAINT "${prefix}items_owner_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."${prefix}owners"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "${prefix}items" ADD CONSTRAINT "${prefix}items_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."${prefix}items"("id") ON DELETE set null DEFERRABLE INITIALLY DEFERRED;--> statement-breakpoint
CREATE INDEX "${prefix}items_label_idx" ON "${prefix}items" USING btree (lower("label") text_pattern_ops DESC NULLS LAST) WHERE "kind" <> 'old';--> statement-breakpoint
CREATE UNIQUE INDEX "${prefix}items_owner_idx" ON "${prefix}items" USING btree ("owner_id", "number") INCLUDE ("label") WITH (fillfactor=70);--> statement-breakpoint
CREATE INDEX "${prefix}owners_meta_idx" ON "${prefix}owners" USING gin ("meta" jsonb_path_ops);`,
    ],
    [
      "0002_events",
      `CREATE TABLE ${prefix}events (at timestamptz NOT NULL, item integer REFERENCES ${prefix}items (id), note text, PRIMARY KEY (at, item)) PARTITION BY RANGE (at);
CREATE TABLE ${prefix}events_2026 PARTITION OF ${prefix}events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE INDEX ${prefix}events_note_idx ON ${prefix}events (note);`,
    ],
    [
      "0003_views",
      `CREATE VIEW ${prefix}cheap AS SELECT i.id, o.email, count(*) OVER (PARTITION BY o.id) AS items
  FROM ${prefix}items i JOIN ${prefix}owners o ON o.id = i.owner_id WHERE i.price < 10 AND i.kind IN ('new', 'old');--> statement-breakpoint
CREATE VIEW ${prefix}cheapest WITH (security_invoker = true) AS SELECT * FROM ${prefix}cheap LIMIT 1;--> statement-breakpoint
CREATE MATERIALIZED VIEW ${prefix}totals AS SELECT owner_id, sum(price) AS total FROM ${prefix}items GROUP BY owner_id;--> statement-breakpoint
CREATE UNIQUE INDEX ${prefix}totals_idx ON ${prefix}totals (owner_id);`,
    ],
    [
      "0004_rules",
      `CREATE FUNCTION ${prefix}touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.label := upper(NEW.label);
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER ${prefix}touching BEFORE UPDATE OF label ON ${prefix}items FOR EACH ROW WHEN (OLD.label IS DISTINCT FROM NEW.label) EXECUTE FUNCTION ${prefix}touch();--> statement-breakpoint
CREATE TRIGGER ${prefix}resting AFTER INSERT ON ${prefix}items FOR EACH STATEMENT EXECUTE FUNCTION ${prefix}touch();--> statement-breakpoint
ALTER TABLE ${prefix}items DISABLE TRIGGER ${prefix}resting;--> statement-breakpoint
ALTER TABLE ${prefix}owners ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY ${prefix}own ON ${prefix}owners FOR SELECT TO public, current_user USING (email = current_user::text);--> statement-breakpoint
CREATE POLICY ${prefix}add ON ${prefix}owners AS RESTRICTIVE FOR INSERT WITH CHECK (mood <> 'sad');`,
    ],
    [
      "0005_spare",
      `CREATE TYPE ${prefix}phase AS ENUM ('open', 'shut');--> statement-breakpoint
CREATE TYPE ${prefix}level AS ENUM ('low', 'high', 'top');--> statement-breakpoint
CREATE TABLE ${prefix}spare (
  id serial PRIMARY KEY,
  owner uuid NOT NULL REFERENCES ${prefix}owners (id),
  phase ${prefix}phase DEFAULT 'open' NOT NULL,
  phases ${prefix}phase[]
);--> statement-breakpoint
CREATE INDEX ${prefix}spare_idx ON ${prefix}spare (owner);--> statement-breakpoint
CREATE TRIGGER ${prefix}sparing AFTER INSERT ON ${prefix}spare FOR EACH STATEMENT EXECUTE FUNCTION ${prefix}touch();--> statement-breakpoint
ALTER TABLE ${prefix}spare ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY ${prefix}all ON ${prefix}spare USING (true);--> statement-breakpoint
CREATE TABLE ${prefix}plain (
  id integer GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  counted serial,
  phase ${prefix}phase DEFAULT 'shut' NOT NULL,
  phases ${prefix}phase[] DEFAULT '{open}',
  eight integer GENERATED ALWAYS AS (${prefix}double(4)) STORED,
  born date DEFAULT '2026-01-31'
);`,
    ],
    [
      "0006_changes",
      `ALTER TYPE "${prefix}mood" ADD VALUE 'glad' BEFORE 'happy';--> statement-breakpoint
ALTER TABLE "${prefix}owners" ADD COLUMN "gone" text;--> statement-breakpoint
ALTER TABLE "${prefix}owners" DROP COLUMN "gone";--> statement-breakpoint
ALTER TABLE "${prefix}owners" RENAME COLUMN "since" TO "member_since";--> statement-breakpoint
ALTER TABLE "${prefix}items" ADD CONSTRAINT "${prefix}later" CHECK ("amount" > 0) NOT VALID;--> statement-breakpoint
UPDATE "${prefix}items" SET "amount" = 2;`,
    ],
  ];
}
