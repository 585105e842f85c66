import { afterAll, expect, test } from "vitest";
import admin from "@/admin.config";
import { check, checkOne, run } from "@/lib/migrations/drift/check.fixture";
import { richMigrations } from "@/lib/migrations/drift/rich-prefix.fixture";
import {
  type MigrationsFolder,
  migrate,
  migrationsFolder,
  sql,
} from "@/lib/migrations/migrations-folder.fixture";
import { migrationSources } from "@/lib/migrations/sources";
import type { Difference, PrefixDrift } from "@/lib/model/drift";

afterAll(() => sql.end());

test("a database that has only been migrated does not differ from what its migrations make", async () => {
  const { prefixes } = await check(migrationSources(admin.prefixes, {}));
  for (const { prefix, objects, ...rest } of prefixes) {
    expect([prefix, rest]).toEqual([
      prefix,
      { verdict: "clean", reasons: [], caveats: [], drift: [], snapshot: [] },
    ]);
    expect(objects).toBeGreaterThan(10);
  }
});
