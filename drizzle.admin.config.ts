import { prefixConfig } from "./lib/db/drizzle-config";

export default prefixConfig("admin_", {
  schema: "./lib/store/schema.ts",
  out: "./lib/store/drizzle-sql",
});
