// Tests: a migration run in a process of its own, to be killed. Its argument is the source as JSON.
import { credentialsFrom } from "@/lib/db/credentials";
import { applyMigrations } from "@/lib/migrations/run";

await applyMigrations([JSON.parse(process.argv[2] ?? "")], credentialsFrom(process.env), () => {});
