// Pure: the one table of operators: on which kinds of fields each works, what it takes and how it reads.
import type { FieldKind } from "@/lib/model/field-kinds";
import type { Field } from "@/lib/model/resource";

/** What a filter's value is: a literal of the field, words, a length of time (`7d`), a day, a period, JSON. */
export type ValueType =
  | "literal"
  | "element"
  | "words"
  | "duration"
  | "day"
  | "period"
  | "json"
  | "number";

export type OperatorFacts = {
  label: string;
  /** As it reads of times: `before` instead of `<`. */
  timeLabel?: string;
  kinds: readonly FieldKind[];
  /** On a value inside of JSON too. */
  inJson?: boolean;
  takes: 0 | 1 | 2 | "many";
  value?: ValueType;
};

const numbers = ["integer", "decimal", "float"] as const;
const days = ["timestamp", "timestamptz", "date"] as const;
const times = [...days, "time", "interval"] as const;
const words = ["text"] as const;
const equal = [
  ...numbers,
  ...times,
  ...words,
  "uuid",
  "boolean",
  "enum",
  "bytea",
  "other",
] as const;
const ordered = [...numbers, ...times, "other"] as const;
const all = [...equal, "json", "array"] as const;
/** Of which one could be told apart from several. */
const among = [...numbers, ...words, "date", "uuid", "enum", "other"] as const;

export const operators = {
  is: { label: "is", kinds: equal, inJson: true, takes: 1 },
  isNot: { label: "is not", kinds: equal, inJson: true, takes: 1 },
  in: { label: "is one of", kinds: among, inJson: true, takes: "many" },
  notIn: { label: "is none of", kinds: among, inJson: true, takes: "many" },
  contains: { label: "contains", kinds: words, inJson: true, takes: 1, value: "words" },
  notContains: { label: "does not contain", kinds: words, inJson: true, takes: 1, value: "words" },
  startsWith: {
    label: "starts with",
    kinds: [...words, "uuid"],
    inJson: true,
    takes: 1,
    value: "words",
  },
  endsWith: { label: "ends with", kinds: words, inJson: true, takes: 1, value: "words" },
  lt: { label: "<", timeLabel: "is before", kinds: ordered, inJson: true, takes: 1 },
  lte: { label: "≤", timeLabel: "is not after", kinds: ordered, inJson: true, takes: 1 },
  gt: { label: ">", timeLabel: "is after", kinds: ordered, inJson: true, takes: 1 },
  gte: { label: "≥", timeLabel: "is not before", kinds: ordered, inJson: true, takes: 1 },
  between: { label: "is between", kinds: ordered, inJson: true, takes: 2 },
  on: { label: "is on", kinds: ["timestamp", "timestamptz"], takes: 1, value: "day" },
  last: { label: "is in the last", kinds: days, takes: 1, value: "duration" },
  next: { label: "is in the next", kinds: days, takes: 1, value: "duration" },
  this: { label: "is this", kinds: days, takes: 1, value: "period" },
  past: { label: "is in the past", kinds: days, takes: 0 },
  future: { label: "is in the future", kinds: days, takes: 0 },
  has: { label: "has", kinds: ["array"], takes: 1, value: "element" },
  hasAny: { label: "has any of", kinds: ["array"], takes: "many", value: "element" },
  hasAll: { label: "has all of", kinds: ["array"], takes: "many", value: "element" },
  hasKey: { label: "has the key", kinds: ["json"], inJson: true, takes: 1, value: "words" },
  holds: { label: "holds the JSON", kinds: ["json"], inJson: true, takes: 1, value: "json" },
  null: { label: "is null", kinds: all, inJson: true, takes: 0 },
  notNull: { label: "is not null", kinds: all, inJson: true, takes: 0 },
  empty: { label: "is empty", kinds: ["text", "json", "array"], inJson: true, takes: 0 },
  notEmpty: { label: "is not empty", kinds: ["text", "json", "array"], inJson: true, takes: 0 },
} as const satisfies Record<string, OperatorFacts>;

export type Operator = keyof typeof operators;

export function factsOf(operator: Operator): OperatorFacts {
  return operators[operator];
}

export function isOperator(name: string): name is Operator {
  return Object.hasOwn(operators, name);
}

/** @param path into the field's JSON; `[]` for the field itself */
export function operatorsFor(field: Field, path: string[] = []): Operator[] {
  return (Object.keys(operators) as Operator[]).filter((name) => fits(name, field, path));
}

const withoutComparing = new Set<Operator>(["null", "notNull", "empty", "notEmpty"]);

export function fits(operator: Operator, field: Field, path: string[]): boolean {
  const { kinds, inJson } = factsOf(operator);
  if (path.length > 0) return inJson === true && field.kind === "json";
  // Types that have no order may have no equality either.
  const isComparable = field.sortable || !["other", "array"].includes(field.kind);
  return kinds.includes(field.kind) && (isComparable || withoutComparing.has(operator));
}

/** What its values are, on that field: numbers where JSON is compared by size. */
export function valueType(operator: Operator, path: string[]): ValueType {
  const { value, kinds } = factsOf(operator);
  if (path.length > 0 && kinds === ordered) return "number";
  return value ?? (path.length > 0 ? "words" : "literal");
}

export function operatorLabel(operator: Operator, { kind }: Pick<Field, "kind">): string {
  const { label, timeLabel } = factsOf(operator);
  return (times as readonly FieldKind[]).includes(kind) ? (timeLabel ?? label) : label;
}

/** A secret's matches would give it away. */
export function isFilterField({ isSecret, secretWhen }: Field): boolean {
  return !isSecret && !secretWhen;
}
