// Bench: the least that could be: Node's http and postgres.js, one optimal query a request, no sign-in, no page.
import { once } from "node:events";
import { createServer } from "node:http";
import type postgres from "postgres";
import { timedFetch } from "./server";

export async function startFloor(sql: postgres.Sql) {
  const server = createServer(async (request, response) => {
    const query = new URL(request.url ?? "", "http://floor").searchParams.get("sql") ?? "";
    response.end(JSON.stringify(await sql.unsafe(query, [], { prepare: false })));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    fetch: (query: string) =>
      timedFetch(`http://127.0.0.1:${port}/?${new URLSearchParams({ sql: query })}`, {}),
    stop: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
