// Server: the process's one drift check.
import "server-only";
import { checkDrift } from "@/lib/migrations/drift/check";
import { keptCheck } from "@/lib/migrations/shadow/kept-check";

export const driftCheck = keptCheck({
  name: "drift check",
  perform: checkDrift,
  message: "drift checked",
  factsOf: ({ prefixes }) => ({
    verdicts: Object.fromEntries(prefixes.map(({ prefix, verdict }) => [prefix, verdict])),
  }),
});
