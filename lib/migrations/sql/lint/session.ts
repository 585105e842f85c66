// Pure: statements that change the transaction or the session that the rest of the batch runs in.
import { blocksOf, rowsOf, saidMs, stepMs } from "@/lib/migrations/sql/estimate";
import type { Rule } from "@/lib/migrations/sql/lint";

const transactionControl: Rule = ({ steps }) => {
  const all = steps.filter(({ statement }) => statement.facts.transactionControl);
  const ending = all.filter(({ statement }) => /^(COMMIT|ROLLBACK|PREPARE)/.test(statement.kind));
  const harmful = ending.length > 0;
  if (all.length === 0) return [];
  const words = [...new Set((harmful ? ending : all).map(({ statement }) => statement.kind))];
  return [
    {
      rule: "transaction-control",
      severity: harmful ? "critical" : "warn",
      headline: `${words.join(" and ")} inside of a migration`,
      sentence: harmful
        ? "Drizzle runs all that is pending in one transaction. This ends it half way: what follows runs unprotected, and a failure leaves the first part applied but not recorded."
        : "Drizzle has begun a transaction already; this has no effect or divides it.",
      remedy: "Take it out: drizzle begins and commits by itself.",
      blocks: false,
      where: (harmful ? ending : all).map(({ place }) => place),
    },
  ];
};

const lasting: Record<string, string> = {
  search_path: "names without a schema mean other tables, for drizzle's own ledger too",
  session_replication_role: "triggers and foreign keys stay off",
  role: "everything after it belongs to another role",
  row_security: "policies apply otherwise",
  default_transaction_read_only: "later transactions cannot write",
};

const sessionSettings: Rule = ({ steps }) => {
  const all = steps.flatMap((step) => step.statement.facts.sets.map((name) => ({ name, step })));
  const found = all.filter(({ name }) => name in lasting);
  const names = [...new Set(found.map(({ name }) => name))];
  return names.map((name) => ({
    rule: "session-setting",
    severity: "warn",
    headline: `${name} is changed for all that follows`,
    sentence: `The whole batch shares one connection: from here on ${lasting[name]}.`,
    remedy: `Take it out, or set it back at the end of the migration: RESET ${name}.`,
    blocks: false,
    where: found.filter((each) => each.name === name).map(({ step }) => step.place),
  }));
};

const noLockTimeout: Rule = ({ steps, live }) => {
  if (
    live.hasLockTimeout ||
    steps.some(({ statement }) => statement.facts.sets.includes("lock_timeout"))
  ) {
    return [];
  }
  const waiting = steps.filter(({ effects }) =>
    effects.some(
      ({ isNew, lock, size }) => !isNew && blocksOf(lock) !== "nothing" && rowsOf(size) >= 10_000,
    ),
  );
  if (waiting.length === 0) return [];
  const total = steps.reduce((sum, step) => sum + stepMs(step), 0);
  return [
    {
      rule: "no-lock-timeout",
      severity: "warn",
      headline: "No lock_timeout is set",
      sentence: `A statement that waits for its lock makes everyone after it wait too, even if its own work takes ${saidMs(total)}.`,
      remedy: "Apply with this dashboard's runner, which sets one, or begin the migration with:",
      code: "SET LOCAL lock_timeout = '5s';",
      blocks: false,
      where: waiting.map(({ place }) => place),
    },
  ];
};

export const sessionRules = [transactionControl, sessionSettings, noLockTimeout];
