// Pure: data that is gone after the batch.
import type { Batch, Step } from "@/lib/migrations/sql/batch";
import { rowsOf, saidRows } from "@/lib/migrations/sql/estimate";
import { grouped } from "@/lib/migrations/sql/grouped";
import type { Rule } from "@/lib/migrations/sql/lint";
import { ownerOf } from "@/lib/migrations/sql/owner";
import type { TableSize } from "@/lib/model/migrations/lock-receipt";
import type { StatementFacts } from "@/lib/model/migrations/sql";

type Destroyed = { step: Step; object: StatementFacts["destroys"][number]; size: TableSize };

/** Of tables that existed before the batch. */
function destroyedIn({ steps, live }: Batch): Destroyed[] {
  return steps.flatMap((step) =>
    step.statement.facts.destroys.flatMap((object) => {
      const table = step.nameOf({ schema: object.schema, name: object.table ?? object.name });
      const size = live.sizes.find((each) => each.table === table);
      return size && !step.isNew(table) ? [{ step, object, size }] : [];
    }),
  );
}

const droppedTables: Rule = (batch) =>
  destroyedIn(batch)
    .filter(({ object }) => object.kind === "table" && object.how === "dropped")
    .map(({ step, object, size }) => {
      const owner = ownerOf(size.table, batch.live.prefixes);
      const isOther = owner !== step.prefix;
      return {
        rule: "drop-table",
        severity: isOther ? "critical" : lossSeverity(size),
        headline: `${object.name} is dropped${isOther ? `, a table of ${owner ?? "no prefix of its own"}` : ""}`,
        sentence: `With it go ${saidRows(size)}. ${comesBack}`,
        remedy: "Take a backup of the table first, and be sure that no running code reads it.",
        blocks: false,
        where: [step.place],
      };
    });

const droppedColumns: Rule = (batch) => {
  const columns = destroyedIn(batch).filter(({ object }) => object.kind === "column");
  return [...grouped(columns, ({ size }) => size.table)].flatMap(([, all]) => {
    const [first] = all;
    if (!first) return [];
    const names = all.map(({ object }) => object.name).join(", ");
    return {
      rule: "drop-column",
      severity: lossSeverity(first.size),
      headline: `${names} of ${first.object.table} ${all.length === 1 ? "is" : "are"} dropped`,
      sentence: `The values in ${saidRows(first.size)} go. ${comesBack} Code that still selects it fails at once.`,
      remedy: "Deploy code that no longer names it first, and take a backup of the table.",
      blocks: false,
      where: all.map(({ step }) => step.place),
    };
  });
};

const emptiedTables: Rule = (batch) => {
  const emptied = destroyedIn(batch).filter(({ object }) => object.how === "emptied");
  return [...grouped(emptied, ({ size }) => size.table)].flatMap(([, all]) => {
    const [first] = all;
    if (!first) return [];
    return {
      rule: "empty-table",
      severity: lossSeverity(first.size),
      headline: `Every row of ${first.object.name} is deleted`,
      sentence: `It has ${saidRows(first.size)}. ${comesBack}`,
      remedy:
        "Take a backup of the table first; delete with a condition if not all of it is meant.",
      blocks: false,
      where: all.map(({ step }) => step.place),
    };
  });
};

/** DROP TABLE … CASCADE is how drizzle writes every DROP TABLE: its foreign keys are in the receipt. */
const cascades: Rule = ({ steps }) => {
  const kinds = ["schema", "extension", "function", "sequence", "view", "constraint"];
  return steps
    .filter(({ statement }) => statement.facts.cascades)
    .filter(({ statement }) => statement.drops.some(({ kind }) => kinds.includes(kind)))
    .map(({ statement, place }) => ({
      rule: "cascade",
      severity: statement.drops.some(({ kind }) => kind === "schema") ? "critical" : "high",
      headline: `${statement.summary} takes along whatever depends on it`,
      sentence:
        "CASCADE drops views, columns, defaults and foreign keys that use it, in any prefix, without naming them.",
      remedy: "Leave CASCADE out: Postgres then lists what depends on it, to be dropped by name.",
      blocks: false,
      where: [place],
    }));
};

const comesBack = "Only a backup brings them back.";

function lossSeverity(size: TableSize): "high" | "info" {
  return size.rows === null || rowsOf(size) > 0 ? "high" : "info";
}

export const lossRules = [droppedTables, droppedColumns, emptiedTables, cascades];
