// Pure: what the schema advisor finds in a database, and which part of it a page shows.

/** From worst to a mere suggestion: rows may be wrong or will be; it costs time or room; a convention. */
export const adviceSeverities = ["high", "warn", "info"] as const;
export type AdviceSeverity = (typeof adviceSeverities)[number];

type AdviceEvidence = { label: string; value: string };

export type Fix = {
  /** What to write in the schema file. */
  drizzle: string;
  /** What a migration does then; left out where no statement or two would be honest. */
  sql?: string;
};

export type SchemaFinding = {
  rule: string;
  /** `null` for a table that no declared prefix covers. */
  prefix: string | null;
  severity: AdviceSeverity;
  /** `schema.table`, followed by the column or index, or the prefix itself. Names the finding, with its rule. */
  object: string;
  /** A few words that stand alone: "user_id points at base_users without a constraint". */
  headline: string;
  sentence: string;
  evidence: AdviceEvidence[];
  fix: Fix;
  /** For references: whether the rows that point at nothing could still be counted, given more time. */
  canCount?: boolean;
};

export type RuleText = { id: string; title: string; why: string };

export type Acceptance = { actorName: string; at: string; reason: string };

export type AcceptedFinding = { finding: SchemaFinding; acceptance: Acceptance };

export type Advice = {
  /** That with the worst finding first; equal ones in the order of admin.config.ts. */
  prefixes: { prefix: string; label: string; tables: number }[];
  /** `schema.table` of those that somebody alters just now: they were not looked at. */
  locked: string[];
  /** In the order in which they are shown where severities are equal. */
  rules: RuleText[];
  /** Worst first. */
  findings: SchemaFinding[];
  accepted: AcceptedFinding[];
};

/** What tells a finding from every other; the same at every look at the database. */
export function findingKey({ rule, object }: Pick<SchemaFinding, "rule" | "object">): string {
  return `${rule}:${object}`;
}

export type AdviceCounts = Record<AdviceSeverity, number>;

export function countBySeverity(findings: Pick<SchemaFinding, "severity">[]): AdviceCounts {
  const counts: AdviceCounts = { high: 0, warn: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** The findings of one rule; as grave as the gravest of them. */
export type RuleGroup = { rule: RuleText; severity: AdviceSeverity; findings: SchemaFinding[] };

/** Worst first; equal ones in the order of the rules. */
export function groupByRule(rules: RuleText[], findings: SchemaFinding[]): RuleGroup[] {
  return rules
    .map((rule) => ({ rule, findings: findings.filter((each) => each.rule === rule.id) }))
    .flatMap((group) => {
      const severity = group.findings.toSorted(bySeverity)[0]?.severity;
      return severity ? [{ ...group, severity }] : [];
    })
    .sort(bySeverity);
}

export function bySeverity(
  a: { severity: AdviceSeverity },
  b: { severity: AdviceSeverity },
): number {
  return adviceSeverities.indexOf(a.severity) - adviceSeverities.indexOf(b.severity);
}
