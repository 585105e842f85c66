// Pure: one page of a list, as it travels from the database to the table.
import type { Cursor, Position } from "@/lib/model/list-params";
import type { Literal } from "@/lib/model/literal";

/** A literal, or the beginning of a long one with its whole length in characters. */
export type Cell = Literal | [beginning: string, length: number];

export type Page = {
  /** The names of the fields, in the order of each row's cells. */
  columns: string[];
  rows: Cell[][];
  /** What ids mean to a person, by the id's literal: names and e-mail addresses. */
  people: Record<string, { name: string; email: string }>;
  /** Where the neighbours begin; absent when there are none. */
  before?: Cursor;
  after?: Cursor;
  /** Only so many rows were looked through; the others are beyond this place. */
  searched?: { rows: number; position: Position };
};

/** As lists show an id that says nothing to a person. */
export const shortIdLength = 8;

/** By name, else by e-mail address; the beginning of the id where nobody is known by it. */
export function personName(people: Page["people"], id: string): string {
  const person = people[id];
  return person?.name || person?.email || id.slice(0, shortIdLength);
}

/** The whole text, or the beginning of it when the cell was cut. */
export function cellText(cell: Cell): Literal {
  return Array.isArray(cell) ? cell[0] : cell;
}

/** How many records there are, and how sure that is. */
export type Count = { rows: number; kind: "exact" | "estimate" | "more than" };
