import { coachingSessions } from "@/lib/db/schema";
import { defineResource } from "@/lib/model/define-resource";

export const sessions = defineResource(coachingSessions, {
  slug: "sessions",
  label: "Sessions",
  singular: "session",
  description: "Coaching sessions: planned, held and cancelled.",
  title: "sessionType",
  list: {
    columns: ["sessionType", "status", "userId", "scheduledAt", "duration", "notes", "createdAt"],
    sort: "-createdAt",
  },
  fields: {
    status: { options: ["pending", "scheduled", "completed", "cancelled"], display: "badge" },
    duration: { description: "Minutes" },
  },
});
