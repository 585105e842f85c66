// Server: the process's one rehearsal of what is pending in all prefixes. A shadow that fails is thrown as ShadowFailed.
import "server-only";
import { keptCheck } from "@/lib/migrations/shadow/kept-check";
import { rehearse } from "@/lib/migrations/shadow/rehearse";

export const rehearsal = keptCheck({
  name: "rehearsal",
  perform: rehearse,
  message: "migrations rehearsed",
  factsOf: ({ statements, failure }) => ({
    statements: statements.length,
    failed: failure !== null,
  }),
});
