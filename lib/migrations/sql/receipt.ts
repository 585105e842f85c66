// Server: what the pending batch locks, for how long, and what is to be said about it.
import "server-only";
import { type Batch, batchOf, type LiveEffect } from "@/lib/migrations/sql/batch";
import { blastRadiusOf } from "@/lib/migrations/sql/blast-radius";
import { effectSeverity } from "@/lib/migrations/sql/effect-severity";
import { blocksOf, effectMs, saidMs, stepMs } from "@/lib/migrations/sql/estimate";
import { grouped } from "@/lib/migrations/sql/grouped";
import { findingsOf } from "@/lib/migrations/sql/lint";
import { ownerOf } from "@/lib/migrations/sql/owner";
import { strongest, worst } from "@/lib/migrations/sql/strength";
import type {
  BatchItem,
  LintFinding,
  LiveFacts,
  Receipt,
  ReceiptTable,
} from "@/lib/model/migrations/lock-receipt";
import { bySeverity, type Severity } from "@/lib/model/migrations/status";

/** The statements were parsed, so the parser is loaded. */
export function receiptOf(items: BatchItem[], live: LiveFacts): Receipt {
  const batch = batchOf(items, live);
  const tables = tablesOf(batch);
  const findings = findingsOf(batch);
  const [worstOf] = [...tables, ...findings].sort(bySeverity);
  return {
    tables,
    findings,
    blastRadius: blastRadiusOf(batch),
    severity: worstOf?.severity ?? "ok",
    sentence: sentenceOf(tables, findings),
    totalEstimateMs: batch.steps.reduce((total, step) => total + stepMs(step), 0),
  };
}

function tablesOf(batch: Batch): ReceiptTable[] {
  const held = heldByTable(batch);
  const touches = batch.steps.flatMap((step) => step.effects.map((effect) => ({ step, effect })));
  return [...grouped(touches, ({ effect }) => effect.table)]
    .map(([table, all]): ReceiptTable => {
      const effects = all.map(({ effect }) => effect);
      const old = effects.filter(({ isNew }) => !isNew);
      const counted = old.length > 0 ? old : effects;
      const lock = strongest(counted.map((effect) => effect.lock));
      const heldMs = held.get(table) ?? 0;
      return {
        table,
        prefix: ownerOf(table, batch.live.prefixes),
        lock,
        blocks: blocksOf(lock),
        cost: worst(counted.map(({ cost }) => cost)),
        rows: effects[0]?.size ? effects[0].size.rows : null,
        bytes: effects[0]?.size?.bytes ?? 0,
        estimateMs: effects.reduce((total, effect) => total + effectMs(effect), 0),
        heldMs,
        severity: tableSeverity(old, heldMs),
        isNew: old.length === 0,
        statements: [...new Set(all.map(({ step }) => step.place))],
      };
    })
    .sort(
      (a, b) =>
        bySeverity(a, b) ||
        b.heldMs - a.heldMs ||
        b.estimateMs - a.estimateMs ||
        Number(a.isNew) - Number(b.isNew),
    );
}

/** From the first lock that somebody waits for to the commit of its prefix's transaction. */
function heldByTable({ steps }: Batch): Map<string, number> {
  const held = new Map<string, number>();
  for (const transaction of grouped(steps, ({ prefix }) => prefix).values()) {
    const since = new Map<string, number>();
    let now = 0;
    for (const step of transaction) {
      for (const { table, lock, isNew } of step.effects) {
        if (!isNew && blocksOf(lock) !== "nothing" && !since.has(table)) since.set(table, now);
      }
      now += stepMs(step);
    }
    for (const [table, from] of since) held.set(table, (held.get(table) ?? 0) + now - from);
  }
  return held;
}

/** Nobody waits this long without noticing. */
const noticedMs = 2_000;

function tableSeverity(effects: LiveEffect[], heldMs: number): Severity {
  const all = effects.map((effect) => ({ severity: effectSeverity(effect) }));
  if (heldMs > noticedMs) all.push({ severity: "high" });
  return all.sort(bySeverity)[0]?.severity ?? "ok";
}

function sentenceOf(tables: ReceiptTable[], findings: LintFinding[]): string {
  const failing = findings.find(({ blocks }) => blocks);
  if (failing) return `The batch fails as it is: ${failing.headline}.`;
  const blocked = tables.filter(({ isNew, blocks }) => !isNew && blocks !== "nothing");
  const [longest] = [...blocked].sort((a, b) => b.heldMs - a.heldMs);
  if (!longest)
    return "Nobody has to wait: no table that exists is locked against reads or writes.";
  const count = blocked.length === 1 ? "1 table" : `${blocked.length} tables`;
  const unread = blocked.filter(({ blocks }) => blocks === "reads and writes").length;
  const reads =
    unread === 0
      ? "; reading goes on"
      : unread < blocked.length
        ? `, ${unread} of them against reading too`
        : " and reading";
  return `Locks ${count} against writing${reads}, for ${saidMs(longest.heldMs)} at most by estimate.`;
}
