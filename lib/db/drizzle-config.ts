// Build time: what the three drizzle configs share. Read by drizzle-kit and by the migration runner, never by the server.
import { defineConfig } from "drizzle-kit";
import { credentialsFrom } from "./credentials";

/** One prefix's drizzle-kit config: only its tables, its own folder and its own ledger `drizzle.<prefix>migrations`. */
export function prefixConfig(prefix: string, paths: { schema: string; out: string }) {
  return defineConfig({
    dialect: "postgresql",
    schema: paths.schema,
    out: paths.out,
    tablesFilter: `${prefix}*`,
    migrations: { table: `${prefix}migrations` },
    dbCredentials: credentialsFrom(process.env),
  });
}
