CREATE FUNCTION "admin_refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION '% is append-only: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;
--> statement-breakpoint
CREATE TRIGGER "admin_migration_runs_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "admin_migration_runs"
FOR EACH STATEMENT EXECUTE FUNCTION "admin_refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "admin_finding_decisions_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "admin_finding_decisions"
FOR EACH STATEMENT EXECUTE FUNCTION "admin_refuse_change"();
