// Pure: the one grammar of record forms: from literals to what a form shows, and back without loss.
import { layOut } from "@/lib/model/json-layout";
import { withBreaksOf, withLf } from "@/lib/model/line-breaks";
import type { Literal, Literals } from "@/lib/model/literal";
import { type Field, fieldOf, type Resource } from "@/lib/model/resource";
import { isRequired } from "@/lib/model/validate";

/** NULL, the database's default, the empty text and a value are different things. */
export type Choice = "value" | "null" | "default" | "empty";

const choices: Choice[] = ["value", "null", "default", "empty"];

/** What stands in a control. */
export type Entry = { choice: Choice; text: string };

export type FormState = {
  /** By field name; a field that cannot be edited here has none. */
  entries: Record<string, Entry>;
  /** The literals the editor saw. */
  seen: Literals;
};

/** Longer literals are shown in part and edited elsewhere: a form would carry them several times. */
export const editableLength = 1_000_000;

/** The form of an existing record. */
export function editState(resource: Resource, record: Literals): FormState {
  const editable = resource.fields.filter((field) => isEditable(field, record[field.name] ?? null));
  return {
    entries: Object.fromEntries(
      editable.map((field) => {
        const literal = record[field.name] ?? null;
        if (field.isSecret) return [field.name, { choice: "default", text: "" }];
        return [field.name, entryOf(field, literal)];
      }),
    ),
    seen: Object.fromEntries(
      editable
        .filter((field) => !field.isSecret)
        .map((field) => [field.name, record[field.name] ?? null]),
    ),
  };
}

/**
 * The form of a record to be.
 * @param given literals to begin with, by field name, from an address: what is no field is left out
 */
export function newState(
  resource: Resource,
  given: Record<string, string | string[] | undefined> = {},
): FormState {
  const fields = resource.fields.filter((field) => !field.isGenerated);
  const choiceOf = (field: Field): Choice =>
    field.hasDefault ? "default" : isRequired(field) ? "value" : "null";
  const begin = (field: Field): Entry => {
    const literal = Object.hasOwn(given, field.name) ? given[field.name] : undefined;
    return typeof literal === "string" && !field.isSecret
      ? { choice: "value", text: literal }
      : { choice: choiceOf(field), text: "" };
  };
  return {
    entries: Object.fromEntries(fields.map((field) => [field.name, begin(field)])),
    seen: {},
  };
}

export function isEditable(field: Field, literal: Literal): boolean {
  return !field.isGenerated && !field.isKey && (literal?.length ?? 0) <= editableLength;
}

/** What stands in the control of a field that holds `literal`. */
export function entryOf(field: Field, literal: Literal): Entry {
  return literal === null
    ? { choice: "null", text: "" }
    : { choice: "value", text: toText(field, literal) };
}

/** Browsers hold line breaks as LF; `jsonb`, which keeps no layout, is laid out to be read. */
function toText(field: Field, literal: string): string {
  const text = withLf(literal);
  return field.type === "jsonb" ? layOut(text) : text;
}

/** What was entered, as literals: for an existing record only what differs from what was seen. */
export function readForm(
  resource: Resource,
  form: FormData,
  seen: Literals,
): { values: Literals; entries: Record<string, Entry> } {
  const entries = readEntries(form);
  const values = Object.entries(entries).flatMap(([name, entry]): [string, Literal][] => {
    const field = fieldOf(resource, name);
    const before = Object.hasOwn(seen, name) ? (seen[name] ?? null) : undefined;
    const literal = enteredLiteral(field, entry, before);
    return literal === undefined ? [] : [[name, literal]];
  });
  return { values: Object.fromEntries(values), entries };
}

/**
 * What an entry makes of a field; `undefined` where it leaves it as it is.
 * @param before the literal that was seen; `undefined` in a new record, and for a secret
 */
export function enteredLiteral(
  field: Field | undefined,
  entry: Entry,
  before: Literal | undefined,
): Literal | undefined {
  const choice = meant(entry, field, before);
  if (choice === "default") return undefined;
  if (choice === "null") return before === null ? undefined : null;
  if (choice === "empty") return before === "" ? undefined : "";
  // What has to be entered was not: an empty control is no answer, the empty text is chosen.
  if (before === undefined && entry.text === "" && field && isRequired(field)) return undefined;
  const literal = toLiteral(field, entry.text, before);
  return literal === before ? undefined : literal;
}

/** Without scripts, typing does not switch the choice: what was typed counts before what was left as it stood. */
function meant(
  { choice, text }: Entry,
  field: Field | undefined,
  before: Literal | undefined,
): Choice {
  const shown = field && typeof before === "string" ? toText(field, before) : "";
  return text !== "" && text !== shown ? "value" : choice;
}

/** Also of fields that do not exist, so that they are refused by name instead of dropped in silence. */
function readEntries(form: FormData): Record<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const [key, value] of form) {
    const [, kind, name] = /^(text|choice|pick):(.*)$/s.exec(key) ?? [];
    if (name === undefined || typeof value !== "string") continue;
    const entry = entries.get(name) ?? { choice: "value", text: "" };
    entries.set(name, { ...entry, ...part(kind, value) });
  }
  return Object.fromEntries(entries);
}

function part(kind: string | undefined, value: string): Partial<Entry> {
  if (kind === "text") return { text: withLf(value) };
  if (value.startsWith("=")) return { choice: "value", text: withLf(value.slice(1)) };
  return { choice: choices.find((choice) => choice === value) ?? "value" };
}

/** An untouched text gives back exactly what was seen; a changed one keeps the line breaks the literal had. */
function toLiteral(field: Field | undefined, text: string, before: Literal | undefined): string {
  if (typeof before !== "string") return text;
  if (field && text === toText(field, before)) return before;
  return withBreaksOf(before, text);
}
