// Pure: work under a lock that is too long for a table of this size.
import type { LiveEffect, Step } from "@/lib/migrations/sql/batch";
import { effectSeverity } from "@/lib/migrations/sql/effect-severity";
import { blocksOf, effectMs, saidMs, saidRows } from "@/lib/migrations/sql/estimate";
import { grouped } from "@/lib/migrations/sql/grouped";
import type { Rule } from "@/lib/migrations/sql/lint";
import { remedyFor } from "@/lib/migrations/sql/lint/lock-remedies";
import type { LintFinding } from "@/lib/model/migrations/lock-receipt";
import { bySeverity } from "@/lib/model/migrations/status";

type Work = { step: Step; effect: LiveEffect };

const heavyWork: Rule = ({ steps }) => {
  const work = steps.flatMap((step) => step.effects.map((effect) => ({ step, effect })));
  const heavy = work.filter(({ step, effect }) => {
    // Deleting every row is told as a loss.
    const isLoss = step.statement.facts.destroys.some(({ how }) => how === "emptied");
    return !isLoss && !["ok", "info"].includes(effectSeverity(effect));
  });
  return [...grouped(heavy, ({ effect }) => keyOf(effect)).values()].flatMap((all) => {
    const [first] = all;
    return first ? [findingFor(first, all)] : [];
  });
};

function keyOf({ table, action, cost }: LiveEffect): string {
  return JSON.stringify([table, action, cost === "fails unless empty"]);
}

function findingFor(first: Work, all: Work[]): LintFinding {
  const { table, action, cost, lock, size } = first.effect;
  const name = table.replace(/^public\./, "");
  const severities = all.map(({ effect }) => ({ severity: effectSeverity(effect) }));
  const severity = severities.sort(bySeverity)[0]?.severity;
  const place = { where: [...new Set(all.map(({ step }) => step.place))], blocks: false };
  const has = `${name} has ${saidRows(size)}`;
  if (cost === "fails unless empty") {
    return {
      ...place,
      rule: "not-null-without-default",
      severity: "critical",
      headline: `A new NOT NULL column of ${name} has no value for the rows that exist`,
      sentence: `${has}; Postgres refuses the column unless the table is empty.`,
      remedy:
        "Give it a default, or add it without NOT NULL, fill it, and set NOT NULL afterwards.",
    };
  }
  const ms = all.reduce((total, { effect }) => total + effectMs(effect), 0);
  const blocks = blocksOf(lock);
  return {
    ...place,
    rule: action.toLowerCase().replaceAll(" ", "-"),
    severity: severity === undefined || severity === "ok" ? "info" : severity,
    headline:
      blocks === "nothing"
        ? `${action} on ${name} goes over ${saidRows(size)}`
        : `${action} keeps ${name} from ${blocks} for ${saidMs(ms)}`,
    sentence: `${has}: ${first.effect.note}${blocks === "nothing" ? "" : ", and the lock is held until the batch commits"}.`,
    ...remedyFor(first.effect, first.step.statement),
  };
}

export const lockRules = [heavyWork];
