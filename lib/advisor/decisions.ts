// Server: what people decided about findings. Decisions are only added; a finding's latest one holds.
import "server-only";
import { desc, eq, sql } from "drizzle-orm";
import { authorize } from "@/lib/auth/authorize";
import type { Action } from "@/lib/auth/policy";
import { requestId } from "@/lib/auth/request-id";
import { read, type Transaction, write } from "@/lib/db/client";
import type { Actor } from "@/lib/model/actor";
import { type Acceptance, findingKey, type SchemaFinding } from "@/lib/model/advice";
import { adminFindingDecisions } from "@/lib/store/schema";

const decisions = { table: "admin_finding_decisions", writers: "editor" } as const;

type Decided = Pick<SchemaFinding, "rule" | "object">;

function authorizeOn(actor: Actor, action: Action) {
  return authorize(actor, action, decisions);
}

/** By `findingKey`. */
export async function readAcceptances(tx: Transaction): Promise<Map<string, Acceptance>> {
  const latest = tx
    .selectDistinctOn([adminFindingDecisions.rule, adminFindingDecisions.object])
    .from(adminFindingDecisions)
    .orderBy(
      adminFindingDecisions.rule,
      adminFindingDecisions.object,
      desc(adminFindingDecisions.id),
    )
    .as("latest");
  const rows = await tx
    .select({
      rule: latest.rule,
      object: latest.object,
      reason: latest.reason,
      actorName: latest.actorName,
      at: sql<string>`${latest.at}::text`,
    })
    .from(latest)
    .where(eq(latest.decision, "accepted"));
  return new Map(rows.map(({ rule, object, ...rest }) => [findingKey({ rule, object }), rest]));
}

/** @throws Refused for viewers */
export async function acceptFindings(
  actor: Actor,
  findings: Decided[],
  reason: string,
): Promise<void> {
  await authorizeOn(actor, "create");
  await decide(actor, findings, { decision: "accepted", reason });
}

/** Does nothing to what is not accepted. @throws Refused for viewers */
export async function withdrawAcceptance(actor: Actor, finding: Decided): Promise<void> {
  await authorizeOn(actor, "delete");
  const accepted = await read((tx) => readAcceptances(tx));
  if (!accepted.has(findingKey(finding))) return;
  await decide(actor, [finding], { decision: "withdrawn", reason: "" });
}

async function decide(
  actor: Actor,
  findings: Decided[],
  made: Pick<typeof adminFindingDecisions.$inferInsert, "decision" | "reason">,
): Promise<void> {
  const request = await requestId();
  const who = { actorId: actor.id, actorName: actor.name, requestId: request };
  const rows = findings.map(({ rule, object }) => ({ rule, object, ...made, ...who }));
  if (rows.length > 0) await write((tx) => tx.insert(adminFindingDecisions).values(rows));
}
