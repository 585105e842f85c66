-- Words inside of texts are found by trigrams. Where the extension cannot be had, lists look through a part of the rows.
DO $$
BEGIN
	CREATE EXTENSION IF NOT EXISTS pg_trgm;
EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported THEN
	RAISE NOTICE 'pg_trgm is not available: %', SQLERRM;
END
$$;
--> statement-breakpoint
DO $$
DECLARE
	trigrams text := (
		SELECT format('%I.gin_trgm_ops', nspname) FROM pg_extension
		JOIN pg_namespace ON pg_namespace.oid = extnamespace WHERE extname = 'pg_trgm'
	);
BEGIN
	IF trigrams IS NULL THEN RETURN; END IF;
	EXECUTE 'CREATE INDEX IF NOT EXISTS "ai_coach_some_sessions_notes_trgm_idx" ON "ai_coach_some_sessions" USING gin ("notes" ' || trigrams || ')';
	EXECUTE 'CREATE INDEX IF NOT EXISTS "ai_coach_some_sessions_session_type_trgm_idx" ON "ai_coach_some_sessions" USING gin ("session_type" ' || trigrams || ')';
	EXECUTE 'CREATE INDEX IF NOT EXISTS "ai_coach_progress_tracking_metric_type_trgm_idx" ON "ai_coach_progress_tracking" USING gin ("metric_type" ' || trigrams || ')';
END
$$;
