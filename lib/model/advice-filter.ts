// Pure: the one grammar of the advisor's URLs: `?prefix=ai_coach_&severity=warn&q=user_id`.

import {
  type Advice,
  type AdviceSeverity,
  adviceSeverities,
  type SchemaFinding,
} from "@/lib/model/advice";
import { type Params, single } from "@/lib/model/params";

export type AdviceFilter = {
  /** `null`: the tables that no prefix covers. */
  prefix?: string | null;
  severity?: AdviceSeverity;
  rule?: string;
  /** Every word of it must be found in a finding. */
  text: string;
};

/** In an address it stands for no prefix. */
export const unprefixed = "none";
const maxTextLength = 200;

/** What is not understood is left out. */
export function parseAdviceFilter(
  params: Params,
  { prefixes, rules }: Pick<Advice, "prefixes" | "rules">,
): AdviceFilter {
  const named = single(params.prefix);
  const prefix =
    named === unprefixed ? null : prefixes.find((each) => each.prefix === named)?.prefix;
  const severity = adviceSeverities.find((each) => each === single(params.severity));
  const rule = rules.find(({ id }) => id === single(params.rule))?.id;
  const text = (single(params.q) ?? "").trim().slice(0, maxTextLength);
  return {
    ...(prefix !== undefined && { prefix }),
    ...(severity && { severity }),
    ...(rule && { rule }),
    text,
  };
}

/** @param asked the object of a reference whose orphans are to be counted */
export function adviceHref(filter: Partial<AdviceFilter>, asked?: string): string {
  return withParams("/schema", {
    ...paramsOf(filter),
    ...(asked !== undefined && { count: asked }),
  });
}

/** Where a finding is accepted; without an object, all of the rule's in that prefix. */
export function acceptHref(
  finding: Pick<SchemaFinding, "rule" | "prefix"> & Partial<Pick<SchemaFinding, "object">>,
): string {
  const { rule, prefix, object } = finding;
  return withParams("/schema/accept", {
    ...paramsOf({ rule, prefix }),
    ...(object !== undefined && { object }),
  });
}

function paramsOf({ prefix, severity, rule, text }: Partial<AdviceFilter>): Record<string, string> {
  return {
    ...(prefix !== undefined && { prefix: prefix ?? unprefixed }),
    ...(severity && { severity }),
    ...(rule && { rule }),
    ...(text && { q: text }),
  };
}

function withParams(path: string, params: Record<string, string>): string {
  const query = String(new URLSearchParams(params));
  return query ? `${path}?${query}` : path;
}

export function isFiltered({ prefix, severity, rule, text }: AdviceFilter): boolean {
  return prefix !== undefined || severity !== undefined || rule !== undefined || text !== "";
}

export function matches(finding: SchemaFinding, filter: AdviceFilter): boolean {
  const { prefix, severity, rule, text } = filter;
  const searched = [finding.object, finding.headline, finding.sentence, finding.rule]
    .join(" ")
    .toLowerCase();
  return (
    (prefix === undefined || finding.prefix === prefix) &&
    (severity === undefined || finding.severity === severity) &&
    (rule === undefined || finding.rule === rule) &&
    text
      .toLowerCase()
      .split(/\s+/)
      .every((word) => searched.includes(word))
  );
}
