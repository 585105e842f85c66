// Pure: a place between two rows of a list, and the text in which it stands in addresses.
import type { Literal } from "@/lib/model/literal";

/**
 * A place between two rows: the literals of the sort keys and then of the key, or of the key alone. Where an index puts
 * further fields between the two, their literals follow those of the sort keys.
 */
export type Cursor = { sort: Literal[] | null; key: string[] };

export function encodeCursor(cursor: Cursor): string {
  const bytes = new TextEncoder().encode(JSON.stringify([cursor.sort, cursor.key]));
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

/** @returns `undefined` where `text` is none, whatever it holds. */
export function decodeCursor(text: string): Cursor | undefined {
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (!Array.isArray(value) || value.length !== 2) return undefined;
    const [sort, key] = value as [unknown, unknown];
    const isCursor = (sort === null || isArrayOf(sort, isLiteral)) && isArrayOf(key, isText);
    return isCursor ? { sort: sort as Literal[] | null, key: key as string[] } : undefined;
  } catch {
    return undefined;
  }
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isLiteral(value: unknown): value is Literal {
  return value === null || isText(value);
}

function isArrayOf<T>(value: unknown, isElement: (element: unknown) => element is T): value is T[] {
  return Array.isArray(value) && value.every(isElement);
}
