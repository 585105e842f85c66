// Server: whether pages can be served: the database answers and holds the dashboard's own tables.
import { problem } from "@/lib/api/answer";
import { isReady } from "@/lib/db/ready";

export async function GET() {
  const response = (await isReady())
    ? Response.json({ status: "ok" })
    : problem(503, "The database does not answer, or has no admin_ tables yet.", {
        "retry-after": "3",
      });
  response.headers.set("cache-control", "no-store");
  return response;
}
