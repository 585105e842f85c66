// Pure: an enum's new value, which Postgres keeps from being used before it is committed.
import type { Batch, Step } from "@/lib/migrations/sql/batch";
import { grouped } from "@/lib/migrations/sql/grouped";
import type { Rule } from "@/lib/migrations/sql/lint";
import type { StringLiteral } from "@/lib/model/migrations/sql";

/** From here on values of a type that the same transaction made may be used at once. */
const versionWithFreshTypes = 170_000;

type Added = { type: string; value: string; isConditional: boolean; step: Step; index: number };

const usedTooEarly: Rule = (batch) => {
  const uses = addedValues(batch).flatMap((added) =>
    batch.steps
      .slice(added.index + 1)
      .filter(({ prefix }) => prefix === added.step.prefix)
      .flatMap((step) => {
        const certainties = step.statement.facts.literals
          .filter(({ text }) => text === added.value)
          .map((literal) => typeOfLiteral(literal, step, batch))
          .filter((type) => type === undefined || type === added.type);
        if (certainties.length === 0) return [];
        return [
          { added, step, isCertain: certainties.includes(added.type) && !added.isConditional },
        ];
      }),
  );
  return [...grouped(uses, ({ added }) => `${added.type} ${added.value}`).values()].flatMap(
    (all) => {
      const [first] = all;
      if (!first) return [];
      const { type, value, step } = first.added;
      const isCertain = all.some((use) => use.isCertain);
      return {
        rule: "enum-value-too-early",
        severity: isCertain ? ("critical" as const) : ("high" as const),
        headline: `The new value ${value} of ${type} ${isCertain ? "is" : "may be"} used before it is committed`,
        sentence:
          "Drizzle runs all that is pending in one transaction, and Postgres refuses a value that the same transaction added.",
        remedy: `Apply up to ${step.place.tag} first, and use the value in a migration that is generated and applied after it.`,
        blocks: isCertain,
        where: [step.place, ...new Set(all.map((use) => use.step.place))],
      };
    },
  );
};

function addedValues({ steps, live }: Batch): Added[] {
  const fresh = new Set<string>();
  return steps.flatMap((step, index) => {
    const { kind, makes, isConditional } = step.statement;
    for (const made of makes) if (made.kind === "type") fresh.add(`${step.prefix} ${made.name}`);
    if (kind !== "Add enum value") return [];
    return makes.flatMap(({ name, table: type = "" }) => {
      const isFree =
        live.serverVersion >= versionWithFreshTypes && fresh.has(`${step.prefix} ${type}`);
      return isFree ? [] : [{ type, value: name, isConditional, step, index }];
    });
  });
}

/** The name of its type, where text, batch or database tell. */
function typeOfLiteral(literal: StringLiteral, step: Step, { steps, live }: Batch) {
  if (literal.type) return literal.type.name;
  if (!literal.column) return undefined;
  const { table, name } = literal.column;
  const declared = steps
    .flatMap(({ statement }) => statement.facts.columnTypes)
    .findLast((each) => each.column === name && each.table.name === table.name);
  const known = live.columns.find(
    (each) => each.name === name && each.table === step.nameOf(table),
  );
  const written = declared?.type.name ?? known?.type;
  return written
    ?.replace(/^.*\./, "")
    .replaceAll('"', "")
    .replace(/(\[\])+$/, "");
}

export const enumRules = [usedTooEarly];
