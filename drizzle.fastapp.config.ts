import { prefixConfig } from "./lib/db/drizzle-config";

// A real framework checkout (FASTAPP_DIR) keeps its schema elsewhere than our stand-in does.
const checkout = process.env.FASTAPP_DIR;

export default prefixConfig(
  "base_",
  checkout
    ? { schema: `${checkout}/src/lib/db/db-schema.ts`, out: `${checkout}/drizzle-sql` }
    : { schema: "./lib/fastapp/schema.ts", out: "./lib/fastapp/drizzle-sql" },
);
