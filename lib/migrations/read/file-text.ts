// Pure: what the text of a migration file tells without running it.
import { createHash } from "node:crypto";

/** What drizzle records in the ledger for a file. */
export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** The hashes that `text` has with other line endings, byte order mark or end of the file. */
export function whitespaceVariants(text: string): Set<string> {
  const lines = text
    .replace(/^\uFEFF/, "")
    .replaceAll("\r\n", "\n")
    .trimEnd();
  const unix = [lines, `${lines}\n`];
  const windows = unix.map((variant) => variant.replaceAll("\n", "\r\n"));
  const plain = [...unix, ...windows];
  const marked = plain.map((variant) => `\uFEFF${variant}`);
  return new Set([...plain, ...marked].map(hashOf));
}

/** As drizzle splits a file. A part may hold several statements when the file has no breakpoints. */
export function statementsOf(text: string): string[] {
  return text.split("--> statement-breakpoint").filter((statement) => statement.trim() !== "");
}

const identifier = String.raw`(?:"[^"]+"|\w+)`;
const madeTable = new RegExp(
  String.raw`\bcreate\s+table\s+(?:if\s+not\s+exists\s+)?(${identifier}(?:\.${identifier})?)` +
    String.raw`|\balter\s+table\s+(?:\S+\s+){1,4}?rename\s+to\s+(${identifier})`,
  "gi",
);

/** Names of the tables that the text creates or renames to, without quotes: `table` or `schema.table`. */
export function tablesMadeBy(text: string): string[] {
  const withoutComments = text.replace(/--.*$|\/\*[\s\S]*?\*\//gm, "");
  return [...withoutComments.matchAll(madeTable)].map((match) =>
    (match[1] ?? match[2] ?? "").replaceAll('"', ""),
  );
}
