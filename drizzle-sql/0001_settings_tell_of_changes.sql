CREATE FUNCTION "ai_coach_app_settings_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM pg_notify('ai_coach_app_settings', '');
	RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "ai_coach_app_settings_changed" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "ai_coach_app_settings"
FOR EACH STATEMENT EXECUTE FUNCTION "ai_coach_app_settings_changed"();
