// Server: SQL in spans of one look each, cut by Postgres's own scanner.
import "server-only";
import { type Lexeme, lexemesOf } from "@/lib/migrations/sql/parser";
import type { Token, TokenClass } from "@/lib/model/migrations/sql";

/** The texts of all tokens together are the text; one plain token where it cannot be cut. */
export function highlight(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  const add = (until: number, look: TokenClass) => {
    const last = tokens.at(-1);
    const piece = text.slice(end, until);
    end = until;
    if (piece === "") return;
    if (last?.class === look) last.text += piece;
    else tokens.push({ class: look, text: piece });
  };
  for (const lexeme of lexemesOf(text) ?? []) {
    add(lexeme.start, "plain");
    add(lexeme.end, lookOf(lexeme));
  }
  add(text.length, "plain");
  return tokens;
}

function lookOf({ type, isKeyword }: Lexeme): TokenClass {
  return looks[type] ?? (isKeyword ? "keyword" : "plain");
}

const looks: Record<string, TokenClass> = {
  IDENT: "identifier",
  UIDENT: "identifier",
  SCONST: "string",
  USCONST: "string",
  BCONST: "string",
  XCONST: "string",
  ICONST: "number",
  FCONST: "number",
  SQL_COMMENT: "comment",
  C_COMMENT: "comment",
};
