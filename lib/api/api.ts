// Server: the API as one app: who calls, how often, the routes of every resource, and the app's own.
import "server-only";
import { OpenAPIHono } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import { createMiddleware } from "hono/factory";
import { HTTPException } from "hono/http-exception";
import { answer } from "@/lib/api/answer";
import { type Browser, callerOf } from "@/lib/api/caller";
import { type ApiDocument, apiDocument } from "@/lib/api/openapi/document";
import { complaint, Problem } from "@/lib/api/problem";
import { rateLimiter } from "@/lib/api/rate-limit";
import {
  arrayAnswer,
  createAnswer,
  getAnswer,
  listAnswer,
  removeAnswer,
  updateAnswer,
} from "@/lib/api/records";
import { isMissingRelation, isQueryCanceled, isUnreadableLiteral } from "@/lib/db/errors";
import type { Actor } from "@/lib/model/actor";
import type { ApiApp, ApiEnv, CustomRoutes } from "@/lib/model/custom-routes";

const maxBodyBytes = 1_000_000;
const windowS = 60;

export type Api = {
  handle: (request: Request) => Promise<Response>;
  /** What the actor can reach, as an OpenAPI document. */
  document: (actor: Actor) => Promise<ApiDocument>;
};

type Options = { browser: Browser; callsAMinute?: number; customRoutes?: CustomRoutes | undefined };

export async function createApi({
  browser,
  callsAMinute = 600,
  customRoutes,
}: Options): Promise<Api> {
  const app: ApiApp = new OpenAPIHono<ApiEnv>({ defaultHook: refuseInvalid }).basePath("/api");
  const document = (actor: Actor) => apiDocument(app, actor);
  app.use(signedIn(browser, callsAMinute));
  app.use(bodyLimit({ maxSize: maxBodyBytes, onError: tooLarge }));
  app.get("/openapi.json", async (c) => c.json(await document(c.get("actor"))));
  app.get("/resources/:resource", (c) => listAnswer(c, c.req.param("resource")));
  app.post("/resources/:resource", (c) => createAnswer(c, c.req.param("resource")));
  app.get("/resources/:resource/:id", (c) => getAnswer(c, c.req.param("resource")));
  app.patch("/resources/:resource/:id", (c) => updateAnswer(c, c.req.param("resource")));
  app.delete("/resources/:resource/:id", (c) => removeAnswer(c, c.req.param("resource")));
  await customRoutes?.(app, { list: arrayAnswer, create: createAnswer });
  app.notFound((c) => noSuchRoute(app, c.req.method, c.req.path));
  app.onError(explain);
  return { handle: (request) => answer(request, async () => app.fetch(request)), document };
}

function signedIn(browser: Browser, callsAMinute: number) {
  const take = rateLimiter(callsAMinute, windowS * 1_000);
  return createMiddleware<ApiEnv>(async (c, next) => {
    const { actor, key } = await callerOf(c.req.raw, browser);
    c.set("actor", actor);
    const { isOver, remaining, resetS } = take(key);
    if (isOver) {
      const problem = new Problem(429, `More than ${callsAMinute} calls a minute. Wait a moment.`, {
        headers: { "retry-after": String(resetS) },
      });
      c.res = problem.response();
    } else await next();
    c.res.headers.set("ratelimit-policy", `"caller";q=${callsAMinute};w=${windowS}`);
    c.res.headers.set("ratelimit", `"caller";r=${remaining};t=${resetS}`);
  });
}

function tooLarge(): Response {
  return new Problem(413, `A body has ${maxBodyBytes / 1_000_000} MB at the most.`).response();
}

/** What a schema of the app's own routes found wrong. */
function refuseInvalid(
  result: { success: true } | { success: false; target: string; error: { issues: Issue[] } },
) {
  if (result.success) return;
  const isBody = result.target === "json" || result.target === "form";
  throw complaint(
    isBody ? 422 : 400,
    "This call cannot be understood.",
    result.error.issues.map(({ path, message }) => {
      const name = path.map(String).join(".");
      return isBody ? { field: name, detail: message } : { parameter: name, detail: message };
    }),
  );
}

type Issue = { path: PropertyKey[]; message: string };

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

function noSuchRoute(app: ApiApp, method: string, path: string): Response {
  // What every method meets is middleware; whatever meets more has a handler of its own.
  const meets = (asked: string) => app.router.match(asked, path)[0].length;
  const allowed = methods.filter((known) => meets(known) > meets("NONE"));
  if (allowed.length === 0) return new Problem(404, "The API has no such address.").response();
  const allow = [...allowed, ...(allowed.includes("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");
  if (method === "OPTIONS") return new Response(null, { status: 204, headers: { allow } });
  return new Problem(405, `Here one can ${allowed.join(", ")}.`, { headers: { allow } }).response();
}

/** Faults go on to `answer`, which logs them. */
function explain(error: Error): Response {
  if (error instanceof Problem) return error.response();
  if (error instanceof HTTPException) return new Problem(error.status, error.message).response();
  if (isUnreadableLiteral(error)) {
    return new Problem(400, "A value cannot be read as its field's type.").response();
  }
  if (isMissingRelation(error)) {
    return new Problem(409, "The database does not have this table yet.").response();
  }
  if (isQueryCanceled(error)) {
    return new Problem(503, "The database took too long.", {
      headers: { "retry-after": "3" },
    }).response();
  }
  throw error;
}
