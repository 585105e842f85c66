// Server: Postgres's own parser and scanner, as WASM; the only file that knows the package.
import "server-only";
import {
  hasSqlDetails,
  loadModule,
  type Node,
  parsePlPgSQLSync,
  parseSync,
  scanSync,
} from "libpg-query";
import { fromBytes, fromCharacters } from "@/lib/migrations/sql/places";

/** Once, before anything else of this file. */
export async function loadParser(): Promise<void> {
  await loadModule();
}

/** Places are those in the text. */
export type Tree = { node: Node; start: number; end: number };
export type Refusal = { message: string; at: number };

/** The statements of a text, or where Postgres stops understanding it. */
export function treesOf(text: string): Tree[] | Refusal {
  if (text.trim() === "") return [];
  const zero = text.indexOf("\0");
  if (zero >= 0) return { message: "a character with code 0 is no part of SQL", at: zero };
  try {
    const place = fromBytes(text);
    return (parseSync(text).stmts ?? []).flatMap(({ stmt, stmt_location = 0, stmt_len }) => {
      if (!stmt) return [];
      const start = place(stmt_location);
      return { node: stmt, start, end: stmt_len ? place(stmt_location + stmt_len) : text.length };
    });
  } catch (error) {
    return refusalOf(error, text);
  }
}

export function isRefusal(result: Tree[] | Refusal): result is Refusal {
  return !Array.isArray(result);
}

function refusalOf(error: unknown, text: string): Refusal {
  if (hasSqlDetails(error)) {
    return {
      message: error.message,
      at: fromCharacters(text, error.sqlDetails?.cursorPosition ?? 0),
    };
  }
  // The parser's own limits: expressions nested thousands deep.
  return { message: "too large or too deeply nested to be understood here", at: 0 };
}

/** A word, literal, sign or comment, and its place in the text. */
export type Lexeme = { type: string; isKeyword: boolean; start: number; end: number };

/** Everything but white space; undefined where Postgres finds no end of a string or comment. */
export function lexemesOf(text: string): Lexeme[] | undefined {
  // The package fails on control characters and empty texts. Blanks leave every place as it is.
  const readable = text.replace(controlCharacters, " ");
  if (readable.trim() === "" || !text.isWellFormed()) return;
  try {
    const place = fromBytes(text);
    return scanSync(readable).tokens.map((token) => ({
      type: typeNames[token.tokenType] ?? token.tokenName,
      isKeyword: token.keywordName !== "NO_KEYWORD",
      start: place(token.start),
      end: place(token.end),
    }));
  } catch {
    return;
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const controlCharacters = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g;

const typeNames: Record<number, string> = { 59: ";", 92: "\\" };

/** What a PL/pgSQL block is made of; undefined where it is not understood. */
export function blockOf(doStatement: string): unknown {
  try {
    return parsePlPgSQLSync(doStatement);
  } catch {
    return;
  }
}
