// Server: DO blocks, in which older versions of drizzle wrapped what may exist already.
import "server-only";
import type { DoStmt, Node } from "libpg-query";
import { mergedFacts } from "@/lib/migrations/sql/merged-facts";
import { namedBy } from "@/lib/migrations/sql/names";
import { blockOf, isRefusal, treesOf } from "@/lib/migrations/sql/parser";
import { nodesIn, type Reading } from "@/lib/migrations/sql/reading";

/** `read` understands a statement inside of the block. */
export function readBlock(
  statement: DoStmt,
  source: string,
  read: (node: Node, source: string) => Reading,
): Reading {
  const block = commandsOf(isOurLanguage(statement) ? blockOf(source) : undefined);
  const trees = block.commands.map((command) => ({ command, found: treesOf(command) }));
  const inner = trees.flatMap(({ command, found }) =>
    isRefusal(found) ? [] : found.map(({ node }) => read(node, command)),
  );
  const isOpaque = block.isOpaque || trees.some(({ found }) => isRefusal(found));
  const [only] = inner;
  const isWrapper = only !== undefined && inner.length === 1 && !isOpaque;
  return {
    kind: isWrapper ? only.kind : "Run a block",
    summary: isWrapper
      ? [only.summary, block.condition].filter(Boolean).join(" ")
      : ["Run a block", inner.map(({ summary }) => summary).join(", ")].filter(Boolean).join(": "),
    makes: inner.flatMap(({ makes }) => makes ?? []),
    drops: inner.flatMap(({ drops }) => drops ?? []),
    isConditional: block.condition !== undefined,
    effects: inner.flatMap(({ effects }) => effects ?? []),
    facts: mergedFacts(inner.map(({ facts }) => facts ?? {})),
    ...(isOpaque && { opaque: "It puts together while it runs what it does." }),
  };
}

function isOurLanguage(statement: DoStmt): boolean {
  const language = nodesIn(statement.args, "DefElem").find(({ defname }) => defname === "language");
  return !language || namedBy(language.arg)[0] === "plpgsql";
}

type Block = { commands: string[]; condition?: string; isOpaque: boolean };

/** What a block may run, in its order. */
function commandsOf(tree: unknown): Block {
  if (tree === undefined) return { commands: [], condition: branches, isOpaque: true };
  const block: Block = { commands: [], isOpaque: false };
  const open: unknown[] = [tree];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== "object" || value === null) continue;
    for (const [key, child] of Object.entries(value)) {
      if (key === "PLpgSQL_stmt_if" || key === "PLpgSQL_stmt_case") block.condition = branches;
      if (key === "exceptions") block.condition ??= "unless it exists";
      if (key === "PLpgSQL_stmt_execsql") block.commands.push(queryOf(child, "sqlstmt"));
      if (key === "PLpgSQL_stmt_perform") block.commands.push(queryOf(child, "expr"));
      if (key === "PLpgSQL_stmt_dynexecute") {
        const command = constantIn(queryOf(child, "query"));
        if (command === undefined) block.isOpaque = true;
        else block.commands.push(command);
      }
    }
    open.push(...Object.values(value).reverse());
  }
  return block;
}

const branches = "on a condition";

type Expression = { PLpgSQL_expr?: { query?: string } };

function queryOf(statement: unknown, key: string): string {
  return (statement as Record<string, Expression | undefined>)[key]?.PLpgSQL_expr?.query ?? "";
}

/** EXECUTE of one string constant runs what the constant says. */
function constantIn(expression: string): string | undefined {
  const trees = treesOf(`SELECT ${expression}`);
  if (isRefusal(trees)) return;
  const value = nodesIn(trees[0]?.node, "ResTarget")[0]?.val;
  return value && "A_Const" in value ? value.A_Const.sval?.sval : undefined;
}
