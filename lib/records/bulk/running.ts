// Server: which acts are under way in this process, so that whoever cancelled one can wait for its last chunk.
import "server-only";

// Bundles may load this module more than once; the runs are those of the process.
const holder = globalThis as { fastappAdminBulkRuns?: Map<string, Set<Promise<void>>> };

export async function whileRunning(groupId: string, work: () => Promise<void>): Promise<void> {
  holder.fastappAdminBulkRuns ??= new Map();
  const runs = holder.fastappAdminBulkRuns;
  const own = runs.get(groupId) ?? new Set();
  const running = work();
  runs.set(groupId, own.add(running));
  try {
    await running;
  } finally {
    own.delete(running);
    if (own.size === 0) runs.delete(groupId);
  }
}

/** Resolves when nothing of the group is under way here any more, whatever came of it. */
export async function ended(groupId: string): Promise<void> {
  await Promise.allSettled(holder.fastappAdminBulkRuns?.get(groupId) ?? []);
}
