import { progressTracking } from "@/lib/db/schema";
import { defineResource } from "@/lib/model/define-resource";

export const progress = defineResource(progressTracking, {
  slug: "progress",
  label: "Progress",
  singular: "progress entry",
  description: "What was measured, for whom and when.",
  title: "metricType",
  list: {
    columns: ["metricType", "value", "userId", "timestamp", "coachingSessionId", "metadata"],
    sort: "-timestamp",
  },
  views: [
    {
      kind: "charts",
      at: "timestamp",
      value: "value",
      metric: "metricType",
      person: "userId",
      paths: ["$", "$.score"],
      through: { field: "coachingSessionId", group: "sessionType" },
    },
    { kind: "list" },
  ],
  fields: { coachingSessionId: { refersTo: "sessions" } },
});
