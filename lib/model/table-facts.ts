// Pure: what the database's catalog says of a table, and what follows for its list: which orders and filters an index serves.
import { type Condition, type FilterPart, type Group, isGroup } from "@/lib/model/filter/filter";
import type { Operator } from "@/lib/model/filter/operators";
import type { Matching, PageQuery } from "@/lib/model/list-params";
import { type Field, fieldOf, type Resource, type SortKey } from "@/lib/model/resource";

export type Index = {
  /** Names in the database, in the index's order; `null` for an expression. */
  columns: (string | null)[];
  method: string;
  /** Of the first column: `gin_trgm_ops`. */
  operatorClass: string;
  /** Of each column, as the catalog has them: bit 0 for downwards, bit 1 for NULLs first. */
  options: number[];
};

export type TableFacts = {
  /** The planner's number of rows; negative where the table was never analysed. */
  rows: number;
  /** Those that hold all rows. */
  indexes: Index[];
};

/** What reading all rows of would be felt. */
const bigRows = 100_000;

export function isBig({ rows }: Pick<TableFacts, "rows">): boolean {
  return rows > bigRows;
}

/** How many rows of a big table are looked through for those that match, where no index finds them; fewer where time is short. */
export const searchedRows = [200_000, 10_000] as const;

/** Whether that many are looked through at a time; a list in an order that no index has must be looked through whole. */
export function isSearchedInParts(
  facts: TableFacts,
  resource: Resource,
  { sort, ...matching }: Pick<PageQuery, "sort"> & Matching,
): boolean {
  return (
    isBig(facts) &&
    resource.schema === "public" &&
    isAnything(matching) &&
    indexTail(facts, resource, sort) !== undefined &&
    !isMatchingServed(facts, resource, matching)
  );
}

function isAnything({ where, search }: Matching): boolean {
  return where.parts.length > 0 || search !== "";
}

/** Fields by which a list is sorted without sorting the whole table. */
export function sortedFields({ indexes }: TableFacts, resource: Resource): string[] {
  const leading = new Set(indexes.filter(isPlainOrder).map(({ columns }) => columns[0]));
  return resource.fields.filter(({ column }) => leading.has(column)).map(({ name }) => name);
}

/**
 * The fields that an index puts after those of `sort`: with them between the sort keys and the key, equal values are in
 * an order that the index already has. `undefined` where no index begins with `sort`.
 */
export function indexTail(
  { indexes }: TableFacts,
  resource: Resource,
  sort: SortKey[],
): string[] | undefined {
  // A key has an index of its own.
  if (sort.length === 0) return [];
  const tails = indexes.filter(isPlainOrder).map((index) => tailOf(index, resource, sort));
  return tails
    .filter((tail) => tail !== undefined)
    .sort((a, b) => a.length - b.length)
    .at(0);
}

function tailOf(
  { columns, options }: Index,
  resource: Resource,
  sort: SortKey[],
): string[] | undefined {
  const runsDown = options.map((option) => (option & 1) === 1);
  const isTurned = sort[0]?.descending !== runsDown[0];
  const isAlong = (at: number, descending: boolean) => descending === (runsDown[at] !== isTurned);
  const begins = sort.every(
    ({ field, descending }, at) =>
      fieldOf(resource, field)?.column === columns[at] && isAlong(at, descending),
  );
  if (!begins) return undefined;
  const rest = columns.map((column) => resource.fields.find((field) => field.column === column));
  const end = rest.findIndex((field, at) => at >= sort.length && !isTie(field, at));
  return rest.slice(sort.length, end < 0 ? undefined : end).flatMap((field) => field?.name ?? []);

  /** The key follows anyway, and a secret must not stand in a cursor. */
  function isTie(field: Field | undefined, at: number): boolean {
    const isOpen = field !== undefined && !field.isSecret && !field.secretWhen;
    return (
      isOpen && !resource.key.includes(field.name) && isAlong(at, sort[0]?.descending ?? false)
    );
  }
}

/** Whether those that match are found without looking at every row. */
export function isMatchingServed(
  facts: TableFacts,
  resource: Resource,
  { where, search }: Matching,
): boolean {
  const isSearchServed = search !== "" && servesSearch(facts, resource, search);
  return isSearchServed || (where.parts.length > 0 && isPartServed(facts, resource, where));
}

function isPartServed(facts: TableFacts, resource: Resource, part: FilterPart): boolean {
  if (!isGroup(part)) return isConditionServed(facts, resource, part);
  return isGroupServed(facts, resource, part);
}

/** Of "all", one part finds the rows that the others are looked for in; of "any", each has to. */
function isGroupServed(facts: TableFacts, resource: Resource, { any, parts }: Group): boolean {
  const isServed = (part: FilterPart) => isPartServed(facts, resource, part);
  return any ? parts.every(isServed) : parts.some(isServed);
}

const ranges = new Set<Operator>([
  ...(["is", "in", "lt", "lte", "gt", "gte", "between", "on", "last", "next", "this"] as const),
  ...(["past", "future", "null"] as const),
]);
const words = new Set<Operator>(["contains", "startsWith", "endsWith"]);
const members = new Set<Operator>(["has", "hasAny", "hasAll", "holds", "hasKey"]);

export function isConditionServed(
  { indexes }: TableFacts,
  resource: Resource,
  { field: name, path, operator, values }: Condition,
): boolean {
  const field = fieldOf(resource, name);
  const own = indexes.filter(({ columns }) => columns[0] === field?.column);
  switch (neededIndex(resource, { field: name, path, operator, values })) {
    case "order":
      return own.some(isOrdered);
    case "trigrams":
      return own.some(isTrigram);
    case "members":
      return own.some(
        ({ method, operatorClass }) =>
          method === "gin" && !(operator === "hasKey" && operatorClass === "jsonb_path_ops"),
      );
    default:
      return false;
  }
}

export type IndexNeed = "order" | "trigrams" | "members";

/** The kind of index that finds what matches the condition; `undefined` where none would. */
export function neededIndex(
  resource: Resource,
  { field: name, path, operator, values }: Condition,
): IndexNeed | undefined {
  const field = fieldOf(resource, name);
  if (!field || path.length > 0) return undefined;
  const isByBeginning = operator === "startsWith" && field.kind === "uuid";
  if (ranges.has(operator) || isByBeginning) return "order";
  if (words.has(operator)) return hasTrigrams(values[0] ?? "") ? "trigrams" : undefined;
  return members.has(operator) && field.type !== "json" ? "members" : undefined;
}

/** Whether a search through the resource's search fields has an index for each of them. */
export function servesSearch(
  { indexes }: Pick<TableFacts, "indexes">,
  resource: Resource,
  search: string,
): boolean {
  const columns = searchFields(resource).map(({ column }) => column);
  const isServed = (column: string) =>
    indexes.some((index) => index.columns[0] === column && isTrigram(index));
  return columns.length > 0 && search.split(/\s+/).some(hasTrigrams) && columns.every(isServed);
}

/** The fields that a search looks through. */
export function searchFields(resource: Resource): Field[] {
  return resource.list.search.flatMap((name) => fieldOf(resource, name) ?? []);
}

/** NULLs stand in it where a list has them: last upwards, first downwards. */
function isPlainOrder({ method, options }: Index): boolean {
  return method === "btree" && options.every((option) => option === 0 || option === 3);
}

function isOrdered({ method }: Index): boolean {
  return method === "btree";
}

function isTrigram({ operatorClass }: Index): boolean {
  return operatorClass === "gin_trgm_ops" || operatorClass === "gist_trgm_ops";
}

/** Three letters or digits in a row: what such an index knows. */
function hasTrigrams(text: string): boolean {
  return /[\p{L}\p{N}]{3}/u.test(text);
}
