// Pure: what an app's own API routes are given; see `customRoutes` in admin.config.ts.
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { BlankSchema } from "hono/types";
import type { Actor } from "@/lib/model/actor";

/** `c.get("actor")` is whoever signed in or came with a token; nobody else gets as far as a handler. */
export type ApiEnv = { Variables: { actor: Actor } };

export type ApiContext = Context<ApiEnv>;

/** Mounted at `/api`. What is declared with `app.openapi` is part of the document and of its page. */
export type ApiApp = OpenAPIHono<ApiEnv, BlankSchema, "/api">;

/** The verbs of every resource as answers: they authorise, validate and write history as the generic routes do. */
export type RecordRoutes = {
  /**
   * An array of whole records: those whose fields have the literals of `where`, in the list's order, 500 at the most.
   * The query parameters of lists apply; a `Link` header leads to the next page.
   */
  list(c: ApiContext, slug: string, where: Record<string, string>): Promise<Response>;
  /** Creates a record out of the request's body: 201 with the record. */
  create(c: ApiContext, slug: string): Promise<Response>;
};

export type CustomRoutes = (app: ApiApp, records: RecordRoutes) => void | Promise<void>;
