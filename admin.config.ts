// What this dashboard administers. The one file a team edits, beside lib/db/schema.ts and lib/resources.
import * as customSchema from "@/lib/db/schema";
import { defineAdmin } from "@/lib/model/define-admin";
import { progress } from "@/lib/resources/progress";
import { sessions } from "@/lib/resources/sessions";
import { settings } from "@/lib/resources/settings";

export default defineAdmin({
  name: "FastApp Admin",
  prefixes: [
    {
      prefix: "base_",
      label: "Framework",
      config: "drizzle.fastapp.config.ts",
      migrations: ({ FASTAPP_DIR }) =>
        FASTAPP_DIR ? `${FASTAPP_DIR}/drizzle-sql` : "lib/fastapp/drizzle-sql",
      script: "fastapp:migrate",
      writers: "owner",
    },
    {
      prefix: "ai_coach_",
      label: "AI Coach",
      schema: customSchema,
      config: "drizzle.config.ts",
      migrations: "drizzle-sql",
      script: "migrate",
    },
    {
      prefix: "admin_",
      label: "Dashboard",
      config: "drizzle.admin.config.ts",
      migrations: "lib/store/drizzle-sql",
      script: "admin:migrate",
      internal: true,
    },
  ],
  resources: [sessions, progress, settings],
  people: {
    table: "base_users",
    id: "id",
    name: ["firstname", "surname"],
    email: "email",
  },
  overview: [
    { kind: "due", resource: "sessions", open: ["pending", "scheduled"] },
    {
      kind: "stuck",
      resource: "base_jobs",
      noun: "failed job",
      field: "status",
      is: "failed",
      title: "type",
      at: "updated_at",
    },
    { kind: "moved", resource: "progress" },
    { kind: "changed", resource: "settings" },
  ],
  // Loaded with the API only: pages and scripts read this file too.
  customRoutes: async (app, records) =>
    (await import("@/lib/routes/coaching")).coachingRoutes(app, records),
});
