// Server: the API of this server, made when it is first asked for.
import "server-only";
import admin from "@/admin.config";
import { type Api, createApi } from "@/lib/api/api";
import { currentActor } from "@/lib/auth/actor";
import { assertSameOrigin } from "@/lib/auth/same-origin";

let api: Promise<Api> | undefined;

export function nextApi(): Promise<Api> {
  const { customRoutes } = admin;
  api ??= createApi({ browser: { actor: currentActor, assertSameOrigin }, customRoutes });
  return api;
}
