// Pure: what a rule is, and how most of them walk through tables and columns.
import type { Column, Facts, PrefixFacts, Table } from "@/lib/advisor/facts";
import type { AdviceSeverity, RuleText, SchemaFinding } from "@/lib/model/advice";

/** What a rule says of one thing; `severity` where it differs from the rule's. */
export type Found = Omit<SchemaFinding, "rule" | "severity" | "evidence"> &
  Partial<Pick<SchemaFinding, "severity" | "evidence">>;

export type Rule = RuleText & {
  severity: AdviceSeverity;
  find: (facts: Facts) => Found[];
};

/** What a rule is handed beside the thing that it judges. */
export type Surroundings = { prefix: PrefixFacts; facts: Facts };

export function eachTable(
  judge: (table: Table, surroundings: Surroundings) => (Found | undefined)[],
): Rule["find"] {
  return (facts) =>
    facts.prefixes.flatMap((prefix) =>
      prefix.tables.flatMap((table) =>
        judge(table, { prefix, facts }).filter((found) => found !== undefined),
      ),
    );
}

export function eachColumn(
  judge: (column: Column, table: Table, surroundings: Surroundings) => Found | undefined,
): Rule["find"] {
  return eachTable((table, surroundings) =>
    table.columns.map((column) => judge(column, table, surroundings)),
  );
}

const smallRows = 10_000;
const bigRows = 1_000_000;

/** What costs time costs more of it in a big table. */
export function severityBySize({ rows }: Table): AdviceSeverity {
  if (rows < smallRows) return "info";
  return rows <= bigRows ? "warn" : "high";
}
