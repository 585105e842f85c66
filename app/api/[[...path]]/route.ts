// Server: every address of the API that has no route file of its own.
import { nextApi } from "@/lib/api/next-api";

async function handle(request: Request): Promise<Response> {
  return (await nextApi()).handle(request);
}

export {
  handle as DELETE,
  handle as GET,
  handle as HEAD,
  handle as OPTIONS,
  handle as PATCH,
  handle as POST,
  handle as PUT,
};
