// Pure: names that Postgres shortens, and names that running code still uses.
import { rowsOf } from "@/lib/migrations/sql/estimate";
import type { Rule } from "@/lib/migrations/sql/lint";

const longest = 63;

const longNames: Rule = ({ steps }) => {
  const long = steps.flatMap(({ statement, place }) =>
    statement.facts.longNames.map((name) => ({ name, place })),
  );
  if (long.length === 0) return [];
  const names = [...new Set(long.map(({ name }) => name))];
  const cuts = names.map((name) => Buffer.from(name).subarray(0, longest).toString());
  const isAmbiguous = new Set(cuts).size < cuts.length;
  return [
    {
      rule: "long-name",
      severity: isAmbiguous ? "high" : "info",
      headline: `${names.length === 1 ? "A name is" : `${names.length} names are`} longer than ${longest} bytes`,
      sentence: isAmbiguous
        ? "Postgres cuts them, and two of them become the same name: the second statement fails or meets the first one's object."
        : `Postgres cuts what is longer: ${names[0]} becomes ${cuts[0]}.`,
      remedy: "Give it a shorter name in schema.ts and generate again.",
      blocks: false,
      where: long.map(({ place }) => place),
    },
  ];
};

const renames: Rule = ({ steps }) =>
  steps.flatMap(({ statement, place, effects }) => {
    const { kind, summary } = statement;
    const isSeen = kind === "Rename table" || kind === "Rename column" || kind === "Set schema";
    const [effect] = effects;
    if (!isSeen || !effect || effect.isNew) return [];
    return {
      rule: "rename",
      severity: rowsOf(effect.size) > 0 ? ("warn" as const) : ("info" as const),
      headline: summary,
      sentence:
        "Code that runs now asks for the old name and fails from the commit on, until the new code is deployed.",
      remedy: "Deploy at the same moment, or add the new name, copy, and drop the old one later.",
      blocks: false,
      where: [place],
    };
  });

export const nameRules = [longNames, renames];
