// Pure: a cell's value, and how a record is named by the literals of its key.

/** The text Postgres prints for a value (`value::text`) and parses back; `null` is SQL NULL. */
export type Literal = string | null;

/** Literals by field name. */
export type Literals = Record<string, Literal>;

/** A literal among words, where NULL and the empty text must be seen. */
export function shownLiteral(literal: Literal): string {
  return literal === null ? "NULL" : literal === "" ? '""' : literal;
}

/** Texts as the literal of a Postgres array; its elements take the type of what they are compared with. */
export function arrayLiteral(texts: Literal[]): string {
  const elements = texts.map((text) =>
    text === null ? "NULL" : `"${text.replace(/["\\]/g, "\\$&")}"`,
  );
  return `{${elements.join(",")}}`;
}

/** What cannot be a segment of a path, or already is one: the sub-pages of a resource. */
const reservedIds = new Set(["", ".", "..", "new", "import", "transfer"]);

/** Before an id that is reserved; no id begins with it otherwise, for in a literal it is encoded. */
const reservedMark = "=";

/** A record's id in URLs and in the history: the key's literals, each URI-encoded, joined by commas. */
export function encodeRecordId(key: string[]): string {
  const id = key.map(encodeURIComponent).join(",");
  return reservedIds.has(id) ? reservedMark + id : id;
}

/** @returns the key's literals, or `undefined` when `id` is not `length` well-formed parts. */
export function decodeRecordId(id: string, length: number): string[] | undefined {
  const parts = (id.startsWith(reservedMark) ? id.slice(reservedMark.length) : id).split(",");
  if (parts.length !== length) return undefined;
  try {
    return parts.map(decodeURIComponent);
  } catch {
    return undefined;
  }
}
