// Pure: how the same is done to a big table without keeping people from it.
import type { LiveEffect } from "@/lib/migrations/sql/batch";
import type { LintFinding } from "@/lib/model/migrations/lock-receipt";
import type { Statement } from "@/lib/model/migrations/sql";

type Remedy = Pick<LintFinding, "remedy" | "code">;

export function remedyFor({ action, cost }: LiveEffect, statement: Statement): Remedy {
  const isAlone = statement.kind === action && !/^do\b/i.test(statement.text);
  const code = isAlone ? rewritten(action, statement.text) : undefined;
  const remedy = words(action, cost);
  return code === undefined ? { remedy: remedy.replace(/:$/, ".") } : { remedy, code };
}

function words(action: string, cost: string): string {
  if (action === "Add column") {
    return "Add it without the default, fill it in batches from the app, and set the default and NOT NULL afterwards.";
  }
  if (action === "Change type") {
    return "Add a column of the new type, fill it in batches, let the code write both, and drop the old one later.";
  }
  if (cost === "backfill") {
    return "Do it in batches outside of the migration: each transaction short, each version cleaned up by autovacuum.";
  }
  return byAction[action] ?? "Apply it when few people are there.";
}

const inTwo = "Add it NOT VALID now, and let a later migration, applied by itself, VALIDATE it:";

const byAction: Record<string, string> = {
  "Set not null":
    "Add CHECK (column IS NOT NULL) NOT VALID now; VALIDATE it in a later migration, applied by itself; SET NOT NULL then needs no scan.",
  "Add foreign key": inTwo,
  "Add check": inTwo,
  "Add unique constraint":
    "Build the unique index by hand with CONCURRENTLY first, and let the migration say ADD CONSTRAINT … UNIQUE USING INDEX.",
  "Add primary key":
    "Build the unique index by hand with CONCURRENTLY first, and let the migration say ADD PRIMARY KEY USING INDEX.",
  "Create index": "Build it by hand first, and let the migration say CREATE INDEX IF NOT EXISTS:",
  "Create unique index":
    "Build it by hand first, and let the migration say CREATE UNIQUE INDEX IF NOT EXISTS:",
};

function rewritten(action: string, text: string): string | undefined {
  if (action === "Add foreign key" || action === "Add check") return `${text} NOT VALID;`;
  if (!action.endsWith("index")) return;
  const once = text.replace(
    /\bindex\s+(?:if\s+not\s+exists\s+)?/i,
    "INDEX CONCURRENTLY IF NOT EXISTS ",
  );
  return `${once};`;
}
