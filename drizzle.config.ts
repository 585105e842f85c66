import { prefixConfig } from "./lib/db/drizzle-config";
import { PREFIX } from "./lib/db/schema";

export default prefixConfig(PREFIX, { schema: "./lib/db/schema.ts", out: "./drizzle-sql" });
