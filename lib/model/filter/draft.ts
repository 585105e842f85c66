// Pure: a condition while it is being made: what it begins as, and what stays of it when its operator changes.
import type { Condition } from "@/lib/model/filter/filter";
import {
  factsOf,
  fits,
  type Operator,
  operatorsFor,
  valueType,
} from "@/lib/model/filter/operators";
import type { Field } from "@/lib/model/resource";

/** What is most often asked of such a field. */
function firstOperator(field: Field): Operator {
  const wanted: Partial<Record<Field["kind"], Operator>> = {
    text: "contains",
    enum: "in",
    timestamp: "last",
    timestamptz: "last",
    date: "last",
    array: "has",
    json: "hasKey",
  };
  const operator = field.options || field.isPerson ? "in" : (wanted[field.kind] ?? "is");
  return fits(operator, field, []) ? operator : (operatorsFor(field)[0] ?? "notNull");
}

export function newDraft(field: Field): Condition {
  const operator = firstOperator(field);
  return { field: field.name, path: [], operator, values: firstValues(field, operator, []) };
}

export function withOperator(draft: Condition, field: Field, operator: Operator): Condition {
  return { ...draft, operator, values: valuesFor(draft, field, operator, draft.path) };
}

/** Inside of JSON other operators work than on the whole of it. */
export function withPath(draft: Condition, field: Field, path: string[]): Condition {
  const isFirst = draft.path.length === 0 && path.length > 0;
  const operator =
    isFirst || !fits(draft.operator, field, path)
      ? path.length > 0
        ? "is"
        : firstOperator(field)
      : draft.operator;
  return { ...draft, path, operator, values: valuesFor(draft, field, operator, path) };
}

/** Values that mean the same with the other operator stay, as many as it takes. */
function valuesFor(draft: Condition, field: Field, operator: Operator, path: string[]): string[] {
  const { takes } = factsOf(operator);
  const isSame = valueType(draft.operator, draft.path) === valueType(operator, path);
  const kept = isSame ? draft.values.filter((value) => value !== "") : [];
  if (takes === "many") return kept;
  return [...kept, ...firstValues(field, operator, path).slice(kept.length)].slice(0, takes);
}

function firstValues(field: Field, operator: Operator, path: string[]): string[] {
  const { takes } = factsOf(operator);
  const type = valueType(operator, path);
  if (takes === "many") return [];
  if (type === "duration") return ["7d"];
  if (type === "period") return ["week"];
  const isTruth = field.kind === "boolean" && type === "literal";
  return Array.from({ length: takes }, () => (isTruth ? "true" : ""));
}
