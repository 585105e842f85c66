// Server: whether the process answers. Asks nothing of the database.
export function GET() {
  return Response.json({ status: "ok" }, { headers: { "cache-control": "no-store" } });
}
