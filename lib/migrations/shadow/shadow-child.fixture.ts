// Tests: a server that is in the middle of a statement of its shadow, until it is killed.
import { withShadow } from "@/lib/migrations/shadow/shadow";

await withShadow({ extensions: [] }, async (shadow) => {
  process.send?.("busy");
  await shadow.exec("do $$ begin loop end loop; end $$");
});
