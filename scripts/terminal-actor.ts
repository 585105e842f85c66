// Scripts: who runs migrations from a terminal, as the list of runs shall name them.
import { userInfo } from "node:os";

/** For example `npm run migrate (ada)`. */
export function terminalActor(): { id: null; name: string } {
  return {
    id: null,
    name: `npm run ${process.env.npm_lifecycle_event ?? "migrate"} (${userName()})`,
  };
}

/** A container may run as a user that has no name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? "unknown"}`;
  }
}
