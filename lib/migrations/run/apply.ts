// Server: an owner applies pending migrations from a page. What runs is what the page showed, from the shipped files.
import "server-only";
import { performance } from "node:perf_hooks";
import admin from "@/admin.config";
import { isConfirmed } from "@/lib/auth/confirmation";
import type { Session } from "@/lib/auth/sessions";
import { pgCode } from "@/lib/db/errors";
import { env } from "@/lib/env";
import { DatabaseUnavailable, Refused } from "@/lib/errors";
import { log } from "@/lib/log";
import { applyMigrations } from "@/lib/migrations/run/run";
import { migrationSources } from "@/lib/migrations/sources";
import { type Actor, hasRole } from "@/lib/model/actor";
import type { RunEvent, RunLine } from "@/lib/model/migrations/run";

export type ApplyRequest = {
  /** What the page showed, as `digestOf` by prefix; other prefixes are left alone. */
  digests: ReadonlyMap<string, string>;
  backupTaken: boolean;
  requestId: string;
};

/** In production only where the one who runs the server wants it so. */
export function isApplyAllowed(): boolean {
  const { isProduction, ADMIN_ALLOW_MIGRATE } = env();
  return !isProduction || ADMIN_ALLOW_MIGRATE;
}

/** Asked before anything else of a request is looked at. @throws Refused */
export function assertMayApply(actor: Actor, requestId: string): void {
  const isOwner = hasRole(actor, "owner");
  if (isOwner && isApplyAllowed()) return;
  log().warn({ actorId: actor.id, role: actor.role, requestId }, "migrations refused");
  throw new Refused(
    isOwner
      ? "Migrations are applied from a terminal here: ADMIN_ALLOW_MIGRATE is not true."
      : `Your role (${actor.role}) does not allow this.`,
  );
}

/** The run, ready to begin; it goes on whoever listens, and never rejects. @throws Refused */
export async function preparedRun(
  session: Session,
  request: ApplyRequest,
): Promise<(tell: (line: RunLine) => void) => Promise<void>> {
  const { actor } = session;
  assertMayApply(actor, request.requestId);
  if (!(await isConfirmed(session))) {
    log().warn({ actorId: actor.id, requestId: request.requestId }, "migrations refused");
    throw new Refused("Your password is needed again before migrations are applied.");
  }
  return (tell) => run(actor, request, tell);
}

async function run(actor: Actor, request: ApplyRequest, tell: (line: RunLine) => void) {
  const { digests, backupTaken, requestId } = request;
  const { database, ...given } = env();
  const sources = migrationSources(admin.prefixes, given).filter(({ prefix }) =>
    digests.has(prefix),
  );
  const startedAt = performance.now();
  const ends: RunEvent["kind"][] = [];
  let fault: unknown;
  try {
    await applyMigrations(
      { sources, by: actor, backupTaken, requestId, digests },
      database,
      (event) => {
        if (event.kind !== "running" && event.kind !== "recorded") ends.push(event.kind);
        tell(event);
      },
    );
  } catch (error) {
    fault = error;
    tell({ kind: "stopped", sentence: stoppedSentence(error, requestId) });
  }
  const facts = {
    actorId: actor.id,
    requestId,
    prefixes: sources.map(({ prefix }) => prefix),
    applied: ends.filter((kind) => kind === "applied").length,
    outcome: fault ? "stopped" : ends.at(-1),
    durationMs: Math.round(performance.now() - startedAt),
    ...(fault instanceof Error && { error: fault.name, code: pgCode(fault) }),
  };
  const isWell = !fault && (facts.outcome === "applied" || facts.outcome === "nothing to do");
  log()[isWell ? "info" : "warn"](facts, "migrations run");
}

function stoppedSentence(error: unknown, requestId: string): string {
  const cause =
    error instanceof DatabaseUnavailable
      ? error.message
      : `Something went wrong here (request ${requestId}).`;
  return `${cause} Look at the status before you try again.`;
}
