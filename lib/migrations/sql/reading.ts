// Pure: what is read out of a statement's tree.
import type { Node } from "libpg-query";
import type { KnownTables, Statement, StatementFacts } from "@/lib/model/migrations/sql";

/** What a reader says about a statement; what it leaves out is empty. */
export type Reading = Pick<Statement, "kind" | "summary"> &
  Partial<Pick<Statement, "makes" | "drops" | "isConditional" | "effects" | "opaque">> & {
    facts?: Partial<StatementFacts>;
  };

type NodeName = Node extends infer Each ? (Each extends Each ? keyof Each : never) : never;
export type NodeOf<Name extends NodeName> =
  Extract<Node, Record<Name, unknown>> extends Record<Name, infer Value> ? Value : never;

export type Readers = {
  [Name in NodeName]?: (statement: NodeOf<Name>, context: Context) => Reading;
};

export type Context = { source: string; known: KnownTables | undefined };

/** Every node of that name in a tree, in the order of the text. */
export function nodesIn<Name extends NodeName>(tree: unknown, name: Name): NodeOf<Name>[] {
  const found: NodeOf<Name>[] = [];
  const open: unknown[] = [tree];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== "object" || value === null) continue;
    if (name in value) found.push((value as Record<Name, NodeOf<Name>>)[name]);
    open.push(...Object.values(value).reverse());
  }
  return found;
}
