// Test support: the API as its callers see it, with tokens of people who exist.
import admin from "@/admin.config";
import { createApi } from "@/lib/api/api";
import { issueToken, type NewToken } from "@/lib/auth/api-tokens";
import { addPerson } from "@/lib/auth/person.fixture";
import type { Actor, Role } from "@/lib/model/actor";

/** Nobody is signed in by a browser. */
const browser = { actor: async () => null, assertSameOrigin: async () => {} };

export function testApi(callsAMinute = 10_000) {
  return createApi({ browser, callsAMinute, customRoutes: admin.customRoutes });
}

export async function tokenOf(person: Actor, limits: Partial<NewToken> = {}): Promise<string> {
  const all = { name: "test", canWrite: true, resources: null, lifetime: 1 };
  return issueToken(person, { ...all, ...limits });
}

type Content = { body?: string; headers?: Record<string, string> };

export type Answer = { status: number; text: string; headers: Headers };

export type Call = (method: string, path: string, content?: Content) => Promise<Answer>;

/** Calls of one token; a body goes as JSON. */
export async function callerWith(token: string, api = testApi()): Promise<Call> {
  const { handle } = await api;
  return async (method, path, { body, headers } = {}) => {
    const response = await handle(
      new Request(`http://admin.test${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body !== undefined && { "content-type": "application/json" }),
          ...headers,
        },
        ...(body !== undefined && { body }),
      }),
    );
    return { status: response.status, text: await response.text(), headers: response.headers };
  };
}

export async function callerAs(role: Role, limits: Partial<NewToken> = {}) {
  return callerWith(await tokenOf(await addPerson(role), limits));
}
