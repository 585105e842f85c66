// Pure: what statements name and the database does not have.
import type { Batch, Step } from "@/lib/migrations/sql/batch";
import { extensionOf } from "@/lib/migrations/sql/extension-of";
import { grouped } from "@/lib/migrations/sql/grouped";
import type { Rule } from "@/lib/migrations/sql/lint";
import type { ObjectKind } from "@/lib/model/migration-sql";

const missingExtension: Rule = (batch) => {
  const { extensions, availableExtensions } = batch.live;
  const lacking = batch.steps.flatMap((step, index) => {
    const before = madeBefore(batch, index, "extension");
    const has = (name: string) => extensions.includes(name) || before.has(name);
    const asked = step.statement.facts.needs.flatMap((need) => extensionOf(need) ?? []);
    const needed = asked
      .filter((name) => !has(name))
      .map((name) => ({ name, step, isMade: false }));
    const unavailable = step.statement.makes
      .filter(({ kind, name }) => kind === "extension" && !has(name))
      .filter(({ name }) => !availableExtensions.includes(name))
      .map(({ name }) => ({ name, step, isMade: true }));
    return [...needed, ...unavailable];
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

const missingSchema: Rule = (batch) => {
  const lacking = batch.steps.flatMap((step, index) => {
    const before = madeBefore(batch, index, "schema");
    const named = [...step.statement.makes, ...step.statement.touches].flatMap(
      ({ schema }) => schema ?? [],
    );
    return [...new Set(named)]
      .filter((schema) => !batch.live.schemas.includes(schema) && !before.has(schema))
      .filter((schema) => !schema.startsWith("pg_") && schema !== "information_schema")
      .filter(() => !step.statement.isConditional || step.statement.kind === "Create table")
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

const missingTable: Rule = (batch) => {
  const known = new Set(batch.live.sizes.map(({ table }) => table));
  const lacking = batch.steps.flatMap((step, index) =>
    step.statement.isConditional || isUncertain(batch.steps.slice(0, index))
      ? []
      : step.effects
          .filter(({ table, isNew, lock, action }) => {
            const isAsked = lock !== "AccessShareLock" && action !== "Change owner";
            return isAsked && !isNew && !known.has(table) && isOurs(table);
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

/** What ran before may have made anything, or names may mean something else since. */
function isUncertain(before: Step[]): boolean {
  return before.some(
    ({ statement: { opaque, kind, makes, facts } }) =>
      (opaque !== undefined && kind === "Run a block") ||
      kind === "Call" ||
      facts.sets.includes("search_path") ||
      makes.some((made) => made.kind === "extension"),
  );
}

function isOurs(table: string): boolean {
  return !/^(pg_|information_schema\.)/.test(table) && !/\.pg_/.test(table);
}

function madeBefore({ steps }: Batch, index: number, kind: ObjectKind): Set<string> {
  const makes = steps.slice(0, index).flatMap(({ statement }) => statement.makes);
  return new Set(makes.filter((made) => made.kind === kind).map(({ name }) => name));
}

export const missingRules = [missingExtension, missingSchema, missingTable];
