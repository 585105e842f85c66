CREATE FUNCTION "admin_changes_refuse"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'admin_changes is append-only: % is refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;
--> statement-breakpoint
CREATE TRIGGER "admin_changes_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "admin_changes"
FOR EACH STATEMENT EXECUTE FUNCTION "admin_changes_refuse"();
