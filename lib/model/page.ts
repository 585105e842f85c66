// Pure: one page of a list, as it travels from the database to the table.
import type { Cursor } from "@/lib/model/cursor";
import type { Position } from "@/lib/model/list-params";
import { encodeRecordId, type Literal } from "@/lib/model/literal";
import { type Field, recordHref } from "@/lib/model/resource";

/** A literal, or the beginning of a long one with its whole length in characters. */
export type Cell = Literal | [beginning: string, length: number];

/**
 * Titles of the records that cells refer to, by the slug of their resource and then by the cell's literal; `""` for a
 * record without one, people aside. A resource that cannot be read is absent; of one that is there, a literal that is
 * absent names no record.
 */
export type Related = Record<string, Record<string, string>>;

export type Page = {
  /** The names of the fields, in the order of each row's cells. */
  columns: string[];
  rows: Cell[][];
  /** What ids mean to a person, by the id's literal: names and e-mail addresses. */
  people: Record<string, { name: string; email: string }>;
  /** Where it was asked for. */
  related?: Related;
  /** Where the neighbours begin; absent when there are none. */
  before?: Cursor;
  after?: Cursor;
  /** Only so many rows were looked through; the others are beyond this place. */
  searched?: { rows: number; position: Position };
};

/** As lists show an id that says nothing to a person. */
export const shortIdLength = 8;

/** `undefined` where nobody is known by that id, whatever objects inherit. */
export function personOf(people: Page["people"], id: string): Page["people"][string] | undefined {
  return Object.hasOwn(people, id) ? people[id] : undefined;
}

/** By name, else by e-mail address; the beginning of the id where nobody is known by it. */
export function personName(people: Page["people"], id: string): string {
  const person = personOf(people, id);
  return person?.name || person?.email || id.slice(0, shortIdLength);
}

/** What a literal refers to. */
export type Target = {
  /** Absent where there is no such record. */
  href?: string;
  title: string;
};

/** `undefined` where it refers to nothing, or nobody knows to what. */
export function targetOf(
  { refersTo, isPerson }: Pick<Field, "refersTo" | "isPerson">,
  literal: Literal,
  { people, related }: Pick<Page, "people" | "related">,
): Target | undefined {
  const titles = refersTo === undefined ? undefined : related?.[refersTo];
  if (!literal || !refersTo || !titles) return undefined;
  const href = recordHref({ slug: refersTo }, encodeRecordId([literal]));
  if (isPerson) return personOf(people, literal) && { href, title: personName(people, literal) };
  const title = Object.hasOwn(titles, literal) ? titles[literal] : undefined;
  return title === undefined ? { title: "" } : { href, title };
}

/** The whole text, or the beginning of it when the cell was cut. */
export function cellText(cell: Cell): Literal {
  return Array.isArray(cell) ? cell[0] : cell;
}

/** How many records there are, and how sure that is. */
export type Count = { rows: number; kind: "exact" | "estimate" | "more than" };

/** How a refusal says that the database was stopped because it took too long. */
export const slowReason = "slow";
