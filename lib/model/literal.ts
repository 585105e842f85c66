// Pure: a cell's value, and how a record is named by the literals of its key.

/** The text Postgres prints for a value (`value::text`) and parses back; `null` is SQL NULL. */
export type Literal = string | null;

/** Literals by field name. */
export type Literals = Record<string, Literal>;

/** The sub-pages of a resource, which a record of the same name must not shadow. */
const reservedIds = new Set(["new", "import"]);

/** A record's id in URLs and in the history: the key's literals, each URI-encoded, joined by commas. */
export function encodeRecordId(key: string[]): string {
  const id = key.map(encodeLiteral).join(",");
  // `new` as a key is written with its first letter encoded, so that the path is not the page for creating.
  return reservedIds.has(id) ? `%${id.charCodeAt(0).toString(16)}${id.slice(1)}` : id;
}

/** @returns the key's literals, or `undefined` when `id` is not `length` well-formed parts. */
export function decodeRecordId(id: string, length: number): string[] | undefined {
  const parts = id.split(",");
  if (parts.length !== length) return undefined;
  try {
    return parts.map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

/** Also encodes what paths treat specially (`.` and `..` as whole segments) and an empty literal stays empty. */
function encodeLiteral(literal: string): string {
  return /^\.+$/.test(literal) ? literal.replaceAll(".", "%2E") : encodeURIComponent(literal);
}
