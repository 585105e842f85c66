// Pure: the rule on columns that are named like references and that no foreign key holds.
import { columnLine } from "@/lib/advisor/drizzle-column";
import type { DrizzleNames } from "@/lib/advisor/drizzle-names";
import { qualified } from "@/lib/advisor/facts";
import { foreignKeyLine, foreignKeySql } from "@/lib/advisor/foreign-key-text";
import {
  isComparable,
  isPointed,
  type Orphans,
  type Pointed,
  type Reference,
} from "@/lib/advisor/references";
import type { Found, Rule } from "@/lib/advisor/rule";
import { rowCount } from "@/lib/advisor/sizes";
import { alter, quoted } from "@/lib/advisor/sql-text";
import { counted } from "@/lib/model/counted";

export const referencesHeld: Rule = {
  id: "reference-without-constraint",
  title: "References without a foreign key",
  severity: "warn",
  why: "Without a foreign key nothing keeps a row from pointing at one that is gone: a delete leaves orphans behind, and whoever reads them finds nobody there. Where the other table lives in another database, accept this.",
  find: ({ references, orphans, names }) =>
    references.map((reference) => {
      if (!isPointed(reference)) return pointless(reference, names);
      return isComparable(reference)
        ? unheld(reference, orphans.get(reference.object), names)
        : mismatched(reference, names);
    }),
};

function pointless({ object, table, column }: Reference, names: DrizzleNames): Found {
  const line = columnLine(names.column(table, column.name), column, ".references(() => others.id)");
  return {
    prefix: table.prefix,
    object,
    severity: "info",
    headline: `${column.name} of ${table.name} points at nothing that is known`,
    sentence: "It is named like a reference, and no table is named like what it refers to.",
    fix: { drizzle: `// others: the table that it points at\n${line}` },
  };
}

function mismatched(reference: Pointed, names: DrizzleNames): Found {
  const { table, column, target } = reference;
  const { type } = target.key;
  const name = quoted(column.name);
  return {
    ...about(reference),
    sentence: `It is ${column.type} and ${target.table.name}.${target.key.name} is ${type}, so no constraint can hold them together and no index serves a join.`,
    fix: {
      drizzle: foreignKeyLine({ ...reference, column: { ...column, type } }, names),
      sql: alter(table, `ALTER COLUMN ${name} TYPE ${type} USING ${name}::${type}`),
    },
  };
}

function unheld(reference: Pointed, orphans: Orphans | undefined, names: DrizzleNames): Found {
  const { evidence, ...words } = about(reference);
  const number = orphans && !("notCounted" in orphans) ? [numberOf(orphans)] : [];
  return {
    ...words,
    ...judge(reference, orphans),
    evidence: [
      ...evidence,
      ...number.map((value) => ({ label: "Rows that point at nothing", value })),
    ],
    fix: { drizzle: foreignKeyLine(reference, names), sql: foreignKeySql(reference) },
  };
}

function about({ object, table, column, target }: Pointed) {
  return {
    prefix: table.prefix,
    object,
    headline: `${column.name} of ${table.name} has no foreign key to ${target.table.name}`,
    evidence: [
      { label: "Points at, by its name", value: `${qualified(target.table)}.${target.key.name}` },
      { label: "Rows", value: rowCount(table.rows) },
    ],
  };
}

function judge(
  { table, column }: Pointed,
  orphans: Orphans | undefined,
): Pick<Found, "sentence" | "severity" | "canCount"> {
  const rows = rowCount(table.rows);
  if (!orphans) {
    const sentence = `Whether its ${rows} all point at something takes a while to find out.`;
    return { sentence, canCount: true };
  }
  if ("notCounted" in orphans) {
    const isLate = orphans.notCounted === "late";
    return {
      sentence: isLate
        ? `How many of its ${rows} point at nothing was not counted in time.`
        : "This dashboard's role may not read both tables, so nothing was counted.",
    };
  }
  if (orphans.rows > 0) {
    const verb = orphans.rows === 1 ? "points" : "point";
    const number = `${orphans.isMore ? "More than " : ""}${counted(orphans.rows, "row")}`;
    return { severity: "high", sentence: `${number} ${verb} at a row that does not exist.` };
  }
  return {
    sentence:
      table.rows === 0
        ? "The table is empty: now it costs nothing."
        : `Every ${column.name} names a row that exists today, but nothing keeps it so.`,
  };
}

function numberOf({ rows, isMore }: { rows: number; isMore: boolean }): string {
  return `${isMore ? "more than " : ""}${rows.toLocaleString("en")}`;
}
