// Pure: the lines of a Drizzle schema that add the indexes a list lacks.
import type { Condition } from "@/lib/model/filter/filter";
import { fieldOf, type Resource, type SortKey } from "@/lib/model/resource";
import { type IndexNeed, neededIndex } from "@/lib/model/table-facts";

/** Postgres cuts a longer name in silence; two that were cut alike would be one. */
const maxNameBytes = 63;

/** For lists in that order; the key last, so that the order is total. */
export function orderSnippet({ table, fields, key }: Resource, sort: SortKey[]): string {
  const [first] = sort;
  const ties = key.filter((name) => !sort.some(({ field }) => field === name));
  const columns = [
    // Read backwards, an index serves the order turned round: only what differs from the first needs saying.
    ...sort.map(({ field, descending }) =>
      descending === first?.descending ? member(field) : `${member(field)}.desc().nullsFirst()`,
    ),
    ...ties.map(member),
  ];
  const named = sort.map(({ field }) => fields.find(({ name }) => name === field)?.column ?? field);
  return `index(${nameOf(table, named, "idx")}).on(${columns.join(", ")})`;
}

/** For finding what matches a condition; `undefined` where no index could. */
export function conditionSnippet(resource: Resource, condition: Condition): string | undefined {
  const need = neededIndex(resource, condition);
  return need && fieldSnippet(resource, condition.field, need);
}

/** For a search through the field. */
export function searchSnippet(resource: Resource, field: string): string {
  return fieldSnippet(resource, field, "trigrams");
}

function fieldSnippet(resource: Resource, name: string, need: IndexNeed): string {
  if (need === "order") return orderSnippet(resource, [{ field: name, descending: false }]);
  const column = fieldOf(resource, name)?.column ?? name;
  if (need === "members") {
    return `index(${nameOf(resource.table, [column], "idx")}).using("gin", ${member(name)})`;
  }
  const indexName = nameOf(resource.table, [column], "trgm_idx");
  return `index(${indexName}).using("gin", ${member(name)}.op("gin_trgm_ops"))`;
}

/** `table.createdAt`, `table["Mixed case"]` */
function member(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `table.${name}` : `table[${JSON.stringify(name)}]`;
}

/** A string of the schema's source. */
function nameOf(table: string, columns: string[], ending: string): string {
  const whole = [table, ...columns].join("_");
  const name = `${whole}_${ending}`;
  if (bytes(name) <= maxNameBytes) return JSON.stringify(name);
  const tail = `_${digest(whole)}_${ending}`;
  const characters = [...whole];
  while (bytes(characters.join("")) + tail.length > maxNameBytes) characters.pop();
  return JSON.stringify(characters.join("") + tail);
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Six digits that tell names with the same beginning apart (FNV-1a). */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) {
    hash = Math.imul(hash ^ byte, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0").slice(0, 6);
}
