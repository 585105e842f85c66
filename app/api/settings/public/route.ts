// Server: the settings that anybody may read, with a strong ETag. The one answer without a session that shows stored values.
import { createHash } from "node:crypto";
import { answer } from "@/lib/api/answer";
import { readPublicSettings } from "@/lib/settings/settings";

const openToAll = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "etag",
  "cross-origin-resource-policy": "cross-origin",
};

export async function GET(request: Request) {
  const response = await answer(request, async () => {
    const body = JSON.stringify(await readPublicSettings());
    const etag = `"${createHash("sha256").update(body).digest("base64url")}"`;
    if (isKnown(request.headers.get("if-none-match"), etag)) {
      return new Response(null, { status: 304, headers: { etag } });
    }
    return new Response(body, { headers: { etag, "content-type": "application/json" } });
  });
  for (const [name, value] of Object.entries(openToAll)) response.headers.set(name, value);
  if (response.status < 400) {
    response.headers.set("cache-control", "public, max-age=0, must-revalidate");
  }
  return response;
}

/** For browsers that ask before they send an ETag by hand. */
export function OPTIONS() {
  const allowed = {
    "access-control-allow-methods": "GET, HEAD",
    "access-control-allow-headers": "if-none-match",
  };
  return new Response(null, { status: 204, headers: { ...openToAll, ...allowed } });
}

function isKnown(ifNoneMatch: string | null, etag: string): boolean {
  const known = ifNoneMatch?.split(",").map((tag) => tag.trim().replace(/^W\//, "")) ?? [];
  return known.includes(etag) || known.includes("*");
}
