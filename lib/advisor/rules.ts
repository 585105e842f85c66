// Pure: all rules, in the order in which findings of one severity are shown: what may be wrong first, conventions last.
import type { Facts } from "@/lib/advisor/facts";
import type { Rule } from "@/lib/advisor/rule";
import {
  boundedVarchar,
  jsonDefaults,
  timesOfRecords,
  timesWithZone,
} from "@/lib/advisor/rules/columns";
import { indexedForeignKeys } from "@/lib/advisor/rules/foreign-keys";
import {
  duplicateIndexes,
  indexesForUse,
  usedIndexes,
  validIndexes,
} from "@/lib/advisor/rules/indexes";
import { exhaustedKeys, keysCalledId, primaryKeys, uuidKeys } from "@/lib/advisor/rules/keys";
import { longNames, shortPrefix } from "@/lib/advisor/rules/lengths";
import {
  descriptiveNames,
  prefixedNames,
  reservedWords,
  snakeCaseNames,
} from "@/lib/advisor/rules/names";
import { referencesHeld } from "@/lib/advisor/rules/references";
import { bySeverity, type SchemaFinding } from "@/lib/model/advice";

export const rules: Rule[] = [
  exhaustedKeys,
  primaryKeys,
  referencesHeld,
  validIndexes,
  indexedForeignKeys,
  indexesForUse,
  duplicateIndexes,
  usedIndexes,
  longNames,
  timesOfRecords,
  timesWithZone,
  boundedVarchar,
  jsonDefaults,
  keysCalledId,
  uuidKeys,
  snakeCaseNames,
  reservedWords,
  descriptiveNames,
  prefixedNames,
  shortPrefix,
];

/** Worst first; equal ones in the order of the rules, then of the tables. */
export function judge(facts: Facts): SchemaFinding[] {
  return rules
    .flatMap(({ id, severity, find }) =>
      find(facts).map((found) => ({ severity, evidence: [], ...found, rule: id })),
    )
    .sort(bySeverity);
}
