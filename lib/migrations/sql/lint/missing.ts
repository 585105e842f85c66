// Pure: what statements name and the database does not have.
import type { Step } from "@/lib/migrations/sql/batch";
import { extensionOf } from "@/lib/migrations/sql/extension-of";
import { grouped } from "@/lib/migrations/sql/grouped";
import type { Rule } from "@/lib/migrations/sql/lint";
import type { ObjectKind } from "@/lib/model/migrations/sql";

const missingExtension: Rule = ({ steps, live }) => {
  const { extensions, availableExtensions } = live;
  const existing = new Set(extensions);
  const lacking = steps.flatMap((step) => {
    const made = namesMade(step, "extension").filter((name) => !existing.has(name));
    const unavailable = made.filter((name) => !availableExtensions.includes(name));
    const needed = step.statement.facts.needs.flatMap((need) => extensionOf(need) ?? []);
    const missing = [...unavailable, ...needed.filter((name) => !existing.has(name))];
    for (const name of made) existing.add(name);
    return [...new Set(missing)].map((name) => ({ name, step }));
  });
  return [...grouped(lacking, ({ name }) => name)].map(([name, all]) => {
    const isAvailable = availableExtensions.includes(name);
    return {
      rule: "missing-extension",
      severity: "critical",
      headline: `The extension ${name} is missing`,
      sentence: isAvailable
        ? `The batch uses ${name}, which this server has but this database has not enabled.`
        : `This server has no extension ${name}; CREATE EXTENSION fails here.`,
      remedy: isAvailable
        ? "Enable it in a migration before, or by hand as an owner of the database:"
        : "Install its package on the server, or choose one that has it.",
      ...(isAvailable && { code: `CREATE EXTENSION IF NOT EXISTS "${name}";` }),
      blocks: true,
      where: all.map(({ step }) => step.place),
    };
  });
};

const missingSchema: Rule = ({ steps, live }) => {
  const existing = new Set([...live.schemas, "information_schema"]);
  const lacking = steps.flatMap((step) => {
    const { makes, touches, isConditional, kind } = step.statement;
    const named = [...makes, ...touches].flatMap(({ schema }) => schema ?? []);
    for (const name of namesMade(step, "schema")) existing.add(name);
    // CREATE TABLE IF NOT EXISTS needs its schema all the same; ALTER TABLE IF EXISTS does not.
    if (isConditional && kind !== "Create table") return [];
    return [...new Set(named)]
      .filter((schema) => !existing.has(schema) && !schema.startsWith("pg_"))
      .map((schema) => ({ schema, step }));
  });
  return [...grouped(lacking, ({ schema }) => schema)].map(([schema, all]) => ({
    rule: "missing-schema",
    severity: "critical",
    headline: `The schema ${schema} is missing`,
    sentence: `The batch names objects in ${schema}, which neither exists nor is made before.`,
    remedy: "Make it in a migration before, or by hand:",
    code: `CREATE SCHEMA IF NOT EXISTS "${schema}";`,
    blocks: true,
    where: all.map(({ step }) => step.place),
  }));
};

const missingTable: Rule = ({ steps, live }) => {
  const existing = new Set(live.sizes.map(({ table }) => table));
  // From there on anything may have been made, or names may mean something else.
  const uncertain = steps.findIndex(isUncertain);
  const certain = uncertain < 0 ? steps : steps.slice(0, uncertain + 1);
  const lacking = certain
    .filter(({ statement }) => !statement.isConditional)
    .flatMap((step) =>
      step.effects
        .filter(({ table, isNew, lock, action }) => {
          const isAsked = lock !== "AccessShareLock" && action !== "Change owner";
          return isAsked && !isNew && !existing.has(table) && isOurs(table);
        })
        .map(({ table }) => ({ table, step })),
    );
  return [...grouped(lacking, ({ table }) => table)].map(([table, all]) => ({
    rule: "missing-table",
    severity: "critical",
    headline: `The table ${table.replace(/^public\./, "")} is missing`,
    sentence: "The batch uses it, but it neither exists nor is made before.",
    remedy:
      "If another prefix makes it, apply that one first; else look for the migration that was to make it.",
    blocks: true,
    where: [...new Set(all.map(({ step }) => step.place))],
  }));
};

function isUncertain({ statement: { opaque, kind, makes, facts } }: Step): boolean {
  return (
    (opaque !== undefined && (kind === "Run a block" || kind === "Call")) ||
    facts.sets.includes("search_path") ||
    makes.some((made) => made.kind === "extension")
  );
}

function isOurs(table: string): boolean {
  return !/^(pg_|information_schema\.)|\.pg_/.test(table);
}

function namesMade({ statement }: Step, kind: ObjectKind): string[] {
  return statement.makes.filter((made) => made.kind === kind).map(({ name }) => name);
}

export const missingRules = [missingExtension, missingSchema, missingTable];
