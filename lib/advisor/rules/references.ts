// Pure: rules on columns that point at other tables.
import { columnLine, member } from "@/lib/advisor/drizzle-column";
import { newIndexLine } from "@/lib/advisor/drizzle-index";
import { type Facts, type Index, qualified } from "@/lib/advisor/facts";
import { byteLength, fitting, maxNameBytes } from "@/lib/advisor/name-bytes";
import { familyOf, type Orphans, type Reference } from "@/lib/advisor/references";
import { eachTable, type Found, type Rule, severityBySize } from "@/lib/advisor/rule";
import { rowCount } from "@/lib/advisor/sizes";
import { alter, createIndex, quoted, tableName } from "@/lib/advisor/sql-text";
import { listed } from "@/lib/advisor/words";
import { counted } from "@/lib/model/counted";

export const referencesHeld: Rule = {
  id: "reference-without-constraint",
  title: "References without a foreign key",
  severity: "warn",
  why: "Without a foreign key nothing keeps a row from pointing at one that is gone: a delete leaves orphans behind, and whoever reads them finds nobody there. Where the other table lives in another database, accept this.",
  find: ({ references, orphans, ...facts }) =>
    references.map((reference) => judge(reference, orphans.get(reference.object), facts.names)),
};

type Names = Facts["names"];

function judge(reference: Reference, orphans: Orphans | undefined, names: Names): Found {
  const { table, column, target, object } = reference;
  const base = { prefix: table.prefix, object };
  if (!target) {
    return {
      ...base,
      severity: "info",
      headline: `${column.name} of ${table.name} points at nothing that is known`,
      sentence: "It is named like a reference, and no table is named like what it refers to.",
      fix: {
        drizzle: `// others: the table that it points at\n${line(reference, "others", "id", names)}`,
      },
    };
  }
  const { table: goal, key } = target;
  const words = {
    ...base,
    headline: `${column.name} of ${table.name} has no foreign key to ${goal.name}`,
    evidence: [
      { label: "Points at", value: `${qualified(goal)}.${key.name}` },
      { label: "Told by", value: "its name and its type" },
      { label: "Rows", value: rowCount(table.rows) },
    ],
  };
  if (familyOf(key) !== familyOf(column)) {
    return {
      ...words,
      sentence: `It is ${column.type} and ${goal.name}.${key.name} is ${key.type}, so no constraint can hold them together and no index serves a join.`,
      evidence: words.evidence.filter(({ label }) => label !== "Told by"),
      fix: {
        drizzle: line(
          { ...reference, column: { ...column, type: key.type } },
          names.table(goal),
          names.column(goal, key.name),
          names,
        ),
        sql: alter(
          table,
          `ALTER COLUMN ${quoted(column.name)} TYPE ${key.type} USING ${quoted(column.name)}::${key.type}`,
        ),
      },
    };
  }
  const { sentence, severity, canCount } = orphanWords(reference, orphans);
  return {
    ...words,
    sentence,
    severity,
    canCount,
    evidence: [...words.evidence, ...orphanEvidence(orphans)],
    fix: {
      drizzle: lineTo(reference, target, names),
      sql: constraintSql(reference, target),
    },
  };
}

type Target = NonNullable<Reference["target"]>;

function orphanWords(
  { table, column }: Reference,
  orphans: Orphans | undefined,
): Required<Pick<Found, "sentence" | "severity" | "canCount">> {
  if (!orphans) {
    const sentence = `Whether ${rowCount(table.rows)} all point at something takes a while to find out.`;
    return { sentence, severity: "warn", canCount: true };
  }
  if ("notCounted" in orphans) {
    const sentence =
      orphans.notCounted === "late"
        ? `How many of more than ${rowCount(table.rows).replace("about ", "")} point at nothing was not counted in time.`
        : "This dashboard's role may not read both tables, so nothing was counted.";
    return { sentence, severity: "warn", canCount: false };
  }
  const { rows, isMore } = orphans;
  if (rows === 0) {
    const sentence =
      table.rows === 0
        ? "The table is empty: now it costs nothing."
        : `Every ${column.name} that is there names a row today, and nothing keeps it so.`;
    return { sentence, severity: "warn", canCount: false };
  }
  const sentence = `${isMore ? "More than " : ""}${counted(rows, "row")} ${rows === 1 ? "points" : "point"} at a row that does not exist.`;
  return { sentence, severity: "high", canCount: false };
}

function orphanEvidence(orphans: Orphans | undefined) {
  if (!orphans || "notCounted" in orphans) return [];
  const { rows, isMore } = orphans;
  const value = `${isMore ? "more than " : ""}${rows.toLocaleString("en")}`;
  return [{ label: "Rows that point at nothing", value }];
}

function lineTo(reference: Reference, { table: goal, key }: Target, names: Names): string {
  const [variable, field] = [names.table(goal), names.column(goal, key.name)];
  const name = constraintName(reference, { table: goal, key });
  const isUsual = name.endsWith(`_${goal.name}_${key.name}_fk`);
  const written = isUsual
    ? line(reference, variable, field, names)
    : [
        "foreignKey({",
        `  name: ${JSON.stringify(name)},`,
        `  columns: [${member("table", names.column(reference.table, reference.column.name))}],`,
        `  foreignColumns: [${member(variable, field)}],`,
        "}),",
      ].join("\n");
  const isElsewhere = goal.prefix !== reference.table.prefix;
  return isElsewhere ? `// ${variable}: ${goal.name}\n${written}` : written;
}

function line({ table, column }: Reference, goal: string, key: string, names: Names): string {
  const field = names.column(table, column.name);
  return columnLine(field, column, `.references(() => ${goal}.${key})`);
}

type Holder = Pick<Reference, "table" | "column">;

/** The one that Drizzle would make up, while Postgres keeps the whole of it. */
function constraintName({ table, column }: Holder, target: Target): string {
  const usual = `${table.name}_${column.name}_${target.table.name}_${target.key.name}`;
  return byteLength(`${usual}_fk`) <= maxNameBytes
    ? `${usual}_fk`
    : fitting(`${table.name}_${column.name}`, "_fk");
}

/** In two steps, so that the table is not locked while its rows are looked through. */
function constraintSql({ table, column }: Holder, { table: goal, key }: Target): string {
  const name = quoted(constraintName({ table, column }, { table: goal, key }));
  const reference = `FOREIGN KEY (${quoted(column.name)}) REFERENCES ${tableName(goal)} (${quoted(key.name)})`;
  return [
    "-- Rows that point at nothing stand in the way:",
    `SELECT * FROM ${tableName(table)} AS holder WHERE ${quoted(column.name)} IS NOT NULL AND NOT EXISTS (`,
    `  SELECT FROM ${tableName(goal)} AS target WHERE target.${quoted(key.name)} = holder.${quoted(column.name)}`,
    ");",
    alter(table, `ADD CONSTRAINT ${name} ${reference} NOT VALID`),
    alter(table, `VALIDATE CONSTRAINT ${name}`),
  ].join("\n");
}

export const indexedForeignKeys: Rule = {
  id: "foreign-key-without-index",
  title: "Foreign keys without an index",
  severity: "warn",
  why: "Postgres indexes what a foreign key points at, not the column that points. Without an index every delete over there, and every list of “those that belong to it”, reads this whole table.",
  find: eachTable((table, { facts: { names } }) =>
    table.foreignKeys
      .filter(({ columns }) => !table.indexes.some((index) => leadsWith(index, columns)))
      .map(({ name, columns, target }) => ({
        prefix: table.prefix,
        object: `${qualified(table)}.${columns.join(",")}`,
        severity: severityBySize(table),
        headline: `${listed(columns)} of ${table.name} has no index`,
        sentence:
          table.rows === 0
            ? "The table is empty as yet: now it costs nothing."
            : `A delete in ${target.replace(/^public\./, "")} looks through ${rowCount(table.rows)}.`,
        evidence: [
          { label: "Foreign key", value: name },
          { label: "Points at", value: target },
        ],
        fix: {
          drizzle: newIndexLine(table, columns, names),
          sql: createIndex(table, columns),
        },
      })),
  ),
};

/** In any order: all of them are compared at once. An index that only leaves NULLs out serves as well. */
function leadsWith(index: Index, columns: string[]): boolean {
  const leading = index.columns.slice(0, columns.length);
  const isWhole =
    index.predicate === null ||
    columns.some((column) => index.predicate?.replaceAll('"', "") === `(${column} IS NOT NULL)`);
  return index.isValid && isWhole && columns.every((column) => leading.includes(column));
}
