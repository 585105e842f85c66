// Pure: which lock is the strongest, which cost the worst.
import { type Cost, costs, type LockMode, lockModes } from "@/lib/model/migrations/sql";

export function strongest(locks: LockMode[]): LockMode {
  return last(lockModes, locks) ?? "AccessShareLock";
}

export function worst(all: Cost[]): Cost {
  return last(costs, all) ?? "none";
}

function last<T>(scale: readonly T[], values: T[]): T | undefined {
  return scale.findLast((each) => values.includes(each));
}
