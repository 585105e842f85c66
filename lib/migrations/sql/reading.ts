// Pure: what is read out of a statement's tree, and the names in it.
import type { Node, RangeVar } from "libpg-query";
import type {
  KnownTables,
  ObjectKind,
  ObjectRef,
  Statement,
  StatementFacts,
  TableRef,
} from "@/lib/model/migration-sql";

/** What a reader says about a statement; what it leaves out is empty. */
export type Reading = Pick<Statement, "kind" | "summary"> &
  Partial<Pick<Statement, "makes" | "drops" | "isConditional" | "effects" | "opaque">> & {
    facts?: Partial<StatementFacts>;
  };

type NodeName = Node extends infer Each ? (Each extends Each ? keyof Each : never) : never;
type NodeOf<Name extends NodeName> = Extract<Node, Record<Name, unknown>>[Name];

export type Readers = {
  [Name in NodeName]?: (node: NodeOf<Name>, known: KnownTables | undefined) => Reading;
};

export function tableOf(range: RangeVar | undefined): TableRef {
  return { schema: range?.schemaname ?? null, name: range?.relname ?? "" };
}

/** `schema.name` in a statement's list of names. */
export function qualifiedName(names: Node[] | undefined): TableRef {
  const words = wordsOf(names);
  return { schema: words.at(-2) ?? null, name: words.at(-1) ?? "" };
}

/** The strings of a list, in order. */
export function wordsOf(nodes: Node[] | undefined): string[] {
  return (nodes ?? []).flatMap((node) => ("String" in node ? (node.String.sval ?? "") : []));
}

export function object(kind: ObjectKind, { schema, name }: TableRef, table?: string): ObjectRef {
  return { kind, schema, name, ...(table !== undefined && { table }) };
}

/** As people say it: without the schema that nearly every table is in. */
export function said({ schema, name }: TableRef): string {
  return schema === null || schema === "public" ? name : `${schema}.${name}`;
}
