// Pure: one act on many records: what is asked, what a rehearsal found, how far a run is and what came of it.
import type { Literal, Literals } from "@/lib/model/literal";
import type { Count } from "@/lib/model/page";
import { type Field, fieldOf, type Resource } from "@/lib/model/resource";
import { validate } from "@/lib/model/validate";

export type BulkAct = { kind: "set"; values: Literals } | { kind: "delete" };

/** A record selected by hand, and the literals of it that were on screen: where one differs by now, it is left alone. */
export type PickedRecord = { id: string; seen: Literals };

/** `matching`: `where` and `q` of a list's address. */
export type BulkSelection = { records: PickedRecord[] } | { matching: Record<string, string> };

export type BulkRequest = { act: BulkAct; selection: BulkSelection };

export type BulkFailure = { id: string; title: string; sentence: string };

/** `done` is the sum of the others; `unchanged` records already are as they are to be. */
export type BulkTally = { done: number; changed: number; unchanged: number; failed: number };

export type TouchedRows = {
  table: string;
  action: "inserted" | "updated" | "deleted";
  rows: number;
};

export type BulkRehearsal = BulkTally & {
  /** How many there are in all, where not all were rehearsed. */
  of: Count;
  /** Whether every record had its turn. */
  isWhole: boolean;
  /** The first of them. */
  failures: BulkFailure[];
  /** In every table, by whatever did it: cascades and triggers too. */
  touched: TouchedRows[];
  ms: number;
};

export type BulkEnd =
  | { state: "done" | "cancelled" }
  /** `beyond`: more records match than were promised. `stopped`: something stands in the way of all that follow. */
  | { state: "beyond" | "stopped"; sentence: string };

export type BulkLine =
  | { kind: "begun"; group: string }
  | ({ kind: "progress"; failures: BulkFailure[] } & BulkTally)
  | ({ kind: "ended" } & BulkEnd);

export const maxPicked = 10_000;
export const shownFailures = 20;
/** Beyond it a person types the number before it happens. */
export const typedFrom = 100;

export const noTally: BulkTally = { done: 0, changed: 0, unchanged: 0, failed: 0 };

export function addTally(a: BulkTally, b: BulkTally): BulkTally {
  return {
    done: a.done + b.done,
    changed: a.changed + b.changed,
    unchanged: a.unchanged + b.unchanged,
    failed: a.failed + b.failed,
  };
}

/** What is wrong with the values of many records at once, by field name; empty when nothing is. */
export function bulkErrors(resource: Resource, values: Literals): Record<string, string> {
  if (Object.keys(values).length === 0) return { "": "Choose a field to set." };
  const refused = Object.keys(values).flatMap((name) => {
    const field = fieldOf(resource, name);
    const reason = field && refusalOf(resource, field);
    return reason ? [[name, reason]] : [];
  });
  return { ...validate(resource, values, "update"), ...Object.fromEntries(refused) };
}

/** The fields that may be set in many records at once. */
export function bulkFields(resource: Resource): Field[] {
  return resource.fields.filter(
    (field) => !field.isKey && !field.isGenerated && !refusalOf(resource, field),
  );
}

function refusalOf(resource: Resource, { name, isSecret, secretWhen }: Field): string | undefined {
  if (isSecret || secretWhen) return "A secret is set in one record at a time.";
  const tells = resource.fields.some((other) => other.secretWhen?.field === name);
  return tells
    ? "It tells which values are secret, so it is set in one record at a time."
    : undefined;
}

/** The literals that both sides know, where they differ. */
export function movedFields(seen: Literals, now: Literals): [string, Literal][] {
  return Object.entries(seen).flatMap(([name, literal]): [string, Literal][] => {
    const present = now[name];
    return present === undefined || present === literal ? [] : [[name, present]];
  });
}
