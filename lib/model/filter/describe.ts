// Pure: a filter in words: what its chips say, and what is said of it elsewhere.
import { cutText } from "@/lib/model/cut-text";
import { type Condition, type FilterPart, isGroup } from "@/lib/model/filter/filter";
import { operatorLabel, valueType } from "@/lib/model/filter/operators";
import { durationWords, isPeriod, parseDuration, periodWords } from "@/lib/model/filter/time-spans";
import type { ListQuery } from "@/lib/model/list-params";
import { type Page, personName, personOf, shortIdLength } from "@/lib/model/page";
import { type Field, fieldOf, type Resource } from "@/lib/model/resource";

type People = Page["people"];

/** `Status`, `is one of`, `scheduled and pending`; no value where the operator takes none. */
export type ConditionWords = { subject: string; operator: string; value: string };

const shownLength = 40;
/** As many values are named; of more, the first two. */
const shownValues = 3;

/** The field must be known, as it is in any filter that was read. */
export function conditionWords(
  resource: Resource,
  condition: Condition,
  people: People = {},
): ConditionWords {
  const { field: name, path, operator, values } = condition;
  const field = fieldOf(resource, name);
  if (!field) throw new Error(`No field ${name}.`);
  const subject = [field.label, ...path].join(" › ");
  if (operator === "this") {
    const [period = ""] = values;
    return { subject, operator: "is", value: isPeriod(period) ? periodWords(period) : period };
  }
  const words = values.map((value) => valueWords(field, condition, value, people));
  const value = operator === "between" ? words.join(" and ") : listed(words);
  return { subject, operator: operatorLabel(operator, field), value };
}

export function conditionText(resource: Resource, condition: Condition, people?: People): string {
  const { subject, operator, value } = conditionWords(resource, condition, people);
  return `${subject} ${operator}${value && ` ${value}`}`;
}

/** A group in one line, groups inside of it in brackets. */
export function partText(resource: Resource, part: FilterPart, people?: People): string {
  if (!isGroup(part)) return conditionText(resource, part, people);
  const parts = part.parts.map((each) => {
    const text = partText(resource, each, people);
    return isGroup(each) && each.parts.length > 1 ? `(${text})` : text;
  });
  return parts.join(part.any ? " or " : " and ");
}

/** `a`, `a and b`, `a, b and c`, `a, b and 3 more` */
function listed(words: string[]): string {
  if (words.length < 2) return words.join();
  const shown = words.length > shownValues ? words.slice(0, 2) : words.slice(0, -1);
  const last =
    words.length > shownValues ? `${words.length - shown.length} more` : (words.at(-1) ?? "");
  return `${shown.join(", ")} and ${last}`;
}

function valueWords(
  field: Field,
  { operator, path }: Condition,
  value: string,
  people: People,
): string {
  const type = valueType(operator, path);
  if (type === "duration") {
    const duration = parseDuration(value);
    return duration ? durationWords(duration) : value;
  }
  if (type === "day") return timeWords(value);
  return type === "literal" ? literalWords(field, value, people) : textWords(value);
}

export function literalWords(field: Field, value: string, people: People = {}): string {
  if (field.isPerson && personOf(people, value)) return personName(people, value);
  if (field.kind === "uuid") return value.slice(0, shortIdLength);
  if (["timestamp", "timestamptz", "date"].includes(field.kind)) return timeWords(value);
  return textWords(value);
}

/** Blanks alone would not be seen, nor where a text ends that has them at an end. */
function textWords(value: string): string {
  if (value === "" || value !== value.trim()) return `"${cutText(value, shownLength)}"`;
  return cutText(value.replace(/\s+/g, " "), shownLength);
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `2026-03-09 14:30:00` → `9 Mar 2026, 14:30`; what is no such literal stays as it is. */
function timeWords(literal: string): string {
  const parts = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T](\d{1,2}:\d{2})(:\d{2}(?:\.\d+)?)?(.*))?$/.exec(
    literal,
  );
  const [, year, month, day, minute, second = "", rest = ""] = parts ?? [];
  const name = months[Number(month) - 1];
  if (!name) return literal;
  const date = `${Number(day)} ${name} ${year}`;
  return minute ? `${date}, ${minute}${/^:00(\.0+)?$/.test(second) ? "" : second}${rest}` : date;
}

/** `newest first`, where that is the order. */
export function orderWords(resource: Resource, { sort: [first] }: Pick<ListQuery, "sort">): string {
  const field = first && fieldOf(resource, first.field);
  const isTime = field && ["timestamp", "timestamptz", "date"].includes(field.kind);
  if (!isTime) return "in this order";
  return first.descending ? "newest first" : "oldest first";
}
