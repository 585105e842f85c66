// Tests: a migration run in a process of its own, to be killed. Its argument is the source as JSON.
import { credentialsFrom } from "@/lib/db/credentials";
import { applyMigrations } from "@/lib/migrations/run/run";

const order = {
  sources: [JSON.parse(process.argv[2] ?? "")],
  by: { id: null, name: "a run that is killed" },
};
await applyMigrations(order, credentialsFrom(process.env), () => {});
