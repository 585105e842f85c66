// Pure: which records a list shows: conditions on fields, grouped by all and any; read from an address and written to it.
import { checkLiteral } from "@/lib/model/check-literal";
import { cutText } from "@/lib/model/cut-text";
import { typeFacts } from "@/lib/model/field-kinds";
import { type Call, formatCalls, parseCalls } from "@/lib/model/filter/calls";
import {
  factsOf,
  fits,
  isFilterField,
  isOperator,
  type Operator,
  operatorLabel,
  valueType,
} from "@/lib/model/filter/operators";
import { isPeriod, parseDuration } from "@/lib/model/filter/time-spans";
import { jsonFaultAt } from "@/lib/model/json-fault";
import { type Field, fieldOf, type Resource } from "@/lib/model/resource";

export type Condition = {
  field: string;
  /** Into the field's JSON, member by member; `[]` for the field itself. */
  path: string[];
  operator: Operator;
  values: string[];
};

/** All of its parts, or any of them. */
export type Group = { any: boolean; parts: FilterPart[] };

export type FilterPart = Condition | Group;

export const everything: Group = { any: false, parts: [] };

export function isGroup(part: FilterPart): part is Group {
  return "parts" in part;
}

const maxConditions = 40;
const maxValues = 100;
const maxValueLength = 1_000;
const shownLength = 60;

/** @returns the filter, and a notice for each part of `text` that was not understood and therefore left out. */
export function parseFilter(
  resource: Resource,
  text: string,
): { filter: Group; notices: string[] } {
  const calls = parseCalls(text);
  if (!calls)
    return { filter: everything, notices: ["The filter in this address cannot be read."] };
  const notices: string[] = [];
  const budget = { left: maxConditions };
  const parts = calls.flatMap((call) => parsePart(resource, call, notices, budget) ?? []);
  if (budget.left < 0) notices.push(`A filter has ${maxConditions} conditions at the most.`);
  return { filter: { any: false, parts }, notices };
}

function parsePart(
  resource: Resource,
  { name, args }: Call,
  notices: string[],
  budget: { left: number },
): FilterPart | undefined {
  if (name === "any" || name === "all") {
    const parts = args.flatMap((arg) => {
      if (typeof arg !== "string") return parsePart(resource, arg, notices, budget) ?? [];
      notices.push(`“${cutText(arg, shownLength)}” is no condition.`);
      return [];
    });
    return parts.length > 0 ? { any: name === "any", parts } : undefined;
  }
  if (--budget.left < 0) return undefined;
  const [ref, ...values] = args;
  if (typeof ref !== "string" || !values.every((value) => typeof value === "string")) {
    notices.push(`“${cutText(name, shownLength)}” cannot be read as a condition.`);
    return undefined;
  }
  const read = readCondition(resource, name, ref, values);
  if (typeof read !== "string") return read;
  notices.push(read);
  return undefined;
}

/** @returns a sentence where it is none */
function readCondition(
  resource: Resource,
  operator: string,
  ref: string,
  values: string[],
): Condition | string {
  const place = placeOf(resource, ref);
  const field = place && fieldOf(resource, place.field);
  if (!field || !isFilterField(field))
    return `This list cannot be filtered by “${cutText(ref, shownLength)}”.`;
  if (!isOperator(operator) || !fits(operator, field, place.path)) {
    return `“${field.label}” cannot be filtered with “${cutText(operator, shownLength)}”.`;
  }
  const condition = { ...place, operator, values };
  const fault = checkCondition(resource, condition);
  return fault
    ? `“${field.label} ${operatorLabel(operator, field)}” is left out: ${fault}`
    : condition;
}

/** What is wrong with a condition's values; its field and operator must be known. */
export function checkCondition(
  resource: Resource,
  { field: name, path, operator, values }: Condition,
): string | undefined {
  const field = fieldOf(resource, name);
  const { takes } = factsOf(operator);
  if (!field) return "There is no such field.";
  if (takes === "many" ? values.length === 0 : values.length !== takes) {
    return takes === 2
      ? "It takes two values."
      : takes === 0
        ? "It takes no value."
        : "Enter a value.";
  }
  if (values.length > maxValues) return `It takes ${maxValues} values at the most.`;
  const type = valueType(operator, path);
  for (const value of values) {
    if (value.length > maxValueLength)
      return `A value has ${maxValueLength} characters at the most.`;
    const fault = checks[type](value, field);
    if (fault) return fault;
  }
  if (operator === "startsWith" && field.kind === "uuid")
    return checkUuidBeginning(values[0] ?? "");
  return undefined;
}

const checks: Record<
  ReturnType<typeof valueType>,
  (value: string, field: Field) => string | undefined
> = {
  literal: (value, field) => checkLiteral({ ...field, length: undefined }, value),
  element: (value, field) => checkElement(value, field),
  words: (value) =>
    value === "" ? "Enter some text." : checkLiteral({ ...typeFacts("text"), type: "text" }, value),
  number: (value) => checkLiteral({ ...typeFacts("numeric"), type: "numeric" }, value),
  day: (value) => checkLiteral({ ...typeFacts("date"), type: "date" }, value),
  duration: (value) => (parseDuration(value) ? undefined : "Enter a length of time, such as 7d."),
  period: (value) => (isPeriod(value) ? undefined : "Choose day, week, month, quarter or year."),
  json: (value) => (jsonFaultAt(value) === undefined ? undefined : 'Enter JSON, such as {"a": 1}.'),
};

function checkElement(value: string, { type, options }: Field): string | undefined {
  const element = type.replace(/(\[\d*\])+$/, "");
  return checkLiteral({ ...typeFacts(element), length: undefined, type: element, options }, value);
}

function checkUuidBeginning(value: string): string | undefined {
  const isOne = /^[\da-f]{1,32}$/i.test(value.replaceAll("-", ""));
  return isOne ? undefined : "Enter the first hexadecimal digits of a UUID.";
}

/** `value/score/0` → field `value`, path `score`, `0`; members as in a JSON Pointer (RFC 6901). */
function placeOf(resource: Resource, ref: string): Pick<Condition, "field" | "path"> | undefined {
  if (fieldOf(resource, ref)) return { field: ref, path: [] };
  const field = resource.fields.find(
    ({ name, kind }) => kind === "json" && ref.startsWith(`${name}/`),
  );
  if (!field) return undefined;
  const pointer = ref.slice(field.name.length + 1);
  return { field: field.name, path: pointer === "" ? [""] : pathOf(pointer) };
}

/** `score/0` → `score`, `0` */
export function pathOf(pointer: string): string[] {
  if (pointer === "") return [];
  return pointer.split("/").map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

export function pointerOf(path: string[]): string {
  return path.map((part) => part.replaceAll("~", "~0").replaceAll("/", "~1")).join("/");
}

/** `""` for everything. */
export function formatFilter({ parts }: Group): string {
  return formatCalls(parts.map(toCall));
}

function toCall(part: FilterPart): Call {
  if (isGroup(part)) return { name: part.any ? "any" : "all", args: part.parts.map(toCall) };
  const pointer = pointerOf(part.path);
  const ref = part.path.length > 0 ? `${part.field}/${pointer}` : part.field;
  return { name: part.operator, args: [ref, ...part.values] };
}

/** In their order, whatever groups they are in. */
export function conditionsOf(part: FilterPart): Condition[] {
  return isGroup(part) ? part.parts.flatMap(conditionsOf) : [part];
}
