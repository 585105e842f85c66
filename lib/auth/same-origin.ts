// Server: refuses writes that a page of ours did not send. Next compares origins too, but lets a request without one pass.
import "server-only";
import { headers } from "next/headers";
import { env } from "@/lib/env";
import { Refused } from "@/lib/errors";
import { log } from "@/lib/log";

/** The origin of the request. @throws Refused when it is absent, `null` or another site's. */
export async function assertSameOrigin(): Promise<string> {
  const given = await headers();
  const origin = given.get("origin") ?? "";
  const { PUBLIC_URL } = env();
  const hosts = [
    given.get("host"),
    given.get("x-forwarded-host"),
    PUBLIC_URL && new URL(PUBLIC_URL).host,
  ];
  if (URL.canParse(origin) && hosts.includes(new URL(origin).host)) return new URL(origin).origin;
  log().warn(
    { origin, path: given.get("x-path"), requestId: given.get("x-request-id") },
    "foreign origin refused",
  );
  throw new Refused("The request did not come from this site.");
}
