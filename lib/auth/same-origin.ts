// Server: refuses writes that a page of ours did not send. Next compares origins too, but lets a request without one pass.
import "server-only";
import { headers } from "next/headers";
import { env } from "@/lib/env";
import { Refused } from "@/lib/errors";
import { log } from "@/lib/log";

/** The origin of the request's page. @throws Refused when it is absent, `null` or another site's. */
export async function assertSameOrigin(): Promise<string> {
  const given = await headers();
  const origin = given.get("origin") ?? "";
  const { PUBLIC_URL } = env();
  const hosts = [
    given.get("host"),
    given.get("x-forwarded-host"),
    PUBLIC_URL && new URL(PUBLIC_URL).host,
  ];
  if (URL.canParse(origin) && hosts.includes(new URL(origin).host)) return origin;
  const facts = { origin, path: given.get("x-path"), requestId: given.get("x-request-id") };
  log().warn(facts, "foreign origin refused");
  throw new Refused("The request did not come from this site.");
}

/** Where links for other people begin: the configured address, else the one this action's page was opened at. */
export async function publicOrigin(): Promise<string> {
  return env().PUBLIC_URL ?? (await assertSameOrigin());
}
