// Server: the app's own API routes. They are mounted at /api by `customRoutes` in admin.config.ts.
import "server-only";
import { createRoute, z } from "@hono/zod-openapi";
import type { ApiApp, RecordRoutes } from "@/lib/model/custom-routes";

const record = { $ref: "#/components/schemas/sessions" };
const problem = { $ref: "#/components/responses/Problem" };
const newRecord = { $ref: "#/components/schemas/sessions.new" };

const sessionsOfUser = createRoute({
  method: "get",
  path: "/coaching/sessions/{userId}",
  tags: ["Coaching"],
  operationId: "coaching.sessionsOfUser",
  summary: "Sessions of a user",
  description: "The latest first, 500 at the most; a Link header leads to the next ones.",
  request: { params: z.object({ userId: z.guid() }) },
  responses: {
    200: {
      description: "The user's sessions.",
      content: { "application/json": { schema: { type: "array", items: record } } },
    },
    400: problem,
    401: problem,
  },
});

const addSession = createRoute({
  method: "post",
  path: "/coaching/sessions",
  tags: ["Coaching"],
  operationId: "coaching.addSession",
  summary: "Add a session",
  request: {
    body: { required: true, content: { "application/json": { schema: newRecord } } },
  },
  responses: {
    201: {
      description: "The session as it was stored.",
      content: { "application/json": { schema: record } },
    },
    401: problem,
    422: problem,
  },
});

export function coachingRoutes(app: ApiApp, records: RecordRoutes): void {
  app.openapi(sessionsOfUser, (c) =>
    records.list(c, "sessions", { userId: c.req.valid("param").userId }),
  );
  app.openapi(addSession, (c) => records.create(c, "sessions"));
}
