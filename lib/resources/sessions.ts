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
    search: ["notes", "sessionType"],
  },
  views: [
    { kind: "list" },
    {
      kind: "calendar",
      at: "scheduledAt",
      minutes: "duration",
      state: "status",
      person: "userId",
    },
    {
      kind: "board",
      by: "status",
      card: ["userId", "scheduledAt", "duration"],
      moves: {
        pending: ["scheduled", "cancelled"],
        scheduled: ["completed", "cancelled", "pending"],
        completed: ["scheduled"],
        cancelled: ["pending"],
      },
      arrivals: {
        completed: { now: ["completedAt"], ask: ["notes"] },
        scheduled: { clear: ["completedAt"] },
      },
    },
  ],
  panels: [
    { kind: "person", field: "userId" },
    { kind: "span", planned: "duration", from: "scheduledAt", to: "completedAt" },
    { kind: "items", field: "goals" },
    { kind: "text", field: "notes" },
    {
      kind: "timeline",
      resource: "progress",
      at: "timestamp",
      title: "metricType",
      value: "value",
    },
  ],
  fields: {
    status: { options: ["pending", "scheduled", "completed", "cancelled"], display: "badge" },
    duration: { description: "Minutes" },
  },
});
