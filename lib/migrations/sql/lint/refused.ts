// Pure: what Postgres refuses in every database.
import { grouped } from "@/lib/migrations/sql/grouped";
import type { Rule } from "@/lib/migrations/sql/lint";

const notUnderstood: Rule = ({ steps }) =>
  steps
    .filter(({ statement }) => statement.failure)
    .map(({ statement, place }) => ({
      rule: "not-understood",
      severity: "critical",
      headline: `${place.tag}: ${statement.failure?.message}`,
      sentence: `Postgres stops reading at line ${statement.failure?.line}, column ${statement.failure?.column}, and runs nothing of the batch.`,
      remedy: "Correct the file: it has not run here, so it may still be edited.",
      blocks: true,
      where: [place],
    }));

const outsideTransaction: Rule = ({ steps }) => {
  const refused = steps.filter(({ statement }) => statement.facts.outsideTransaction);
  return [...grouped(refused, ({ statement }) => statement.facts.outsideTransaction)].map(
    ([words = "", all]) => {
      const isIndex = words.endsWith("INDEX CONCURRENTLY");
      return {
        rule: "outside-transaction",
        severity: "critical",
        headline: `${words} cannot run in a migration`,
        sentence:
          "Drizzle runs all that is pending in one transaction, and Postgres refuses this inside of one.",
        remedy: isIndex
          ? "Run it by hand first, and let the migration say IF [NOT] EXISTS without CONCURRENTLY. On a small table leave CONCURRENTLY out."
          : "Run it by hand, and take it out of the migration.",
        code: all.map(({ statement }) => `${statement.text};`).join("\n"),
        blocks: true,
        where: all.map(({ place }) => place),
      };
    },
  );
};

const waitsForInput: Rule = ({ steps }) => {
  const waiting = steps.filter(({ statement }) => statement.facts.waitsForInput);
  if (waiting.length === 0) return [];
  return [
    {
      rule: "copy-from-stdin",
      severity: "critical",
      headline: "COPY … FROM STDIN gets no data in a migration",
      sentence:
        "Rows after COPY are sent by psql. Drizzle sends none, and Postgres waits for them without end.",
      remedy: "Write the rows as INSERT, or load them by hand with psql.",
      blocks: true,
      where: waiting.map(({ place }) => place),
    },
  ];
};

export const refusedRules = [notUnderstood, outsideTransaction, waitsForInput];
