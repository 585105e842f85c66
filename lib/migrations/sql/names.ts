// Pure: names as they stand in trees, and as people say them.
import type { Node, RangeVar, TypeName } from "libpg-query";
import type { ObjectKind, ObjectRef, TableRef } from "@/lib/model/migrations/sql";

export function tableOf(range: RangeVar | undefined): TableRef {
  return { schema: range?.schemaname ?? null, name: range?.relname ?? "" };
}

export function tablesOf(ranges: Node[] | undefined): TableRef[] {
  return (ranges ?? []).flatMap((node) => ("RangeVar" in node ? [tableOf(node.RangeVar)] : []));
}

/** `schema.name` in a list of words. */
export function qualified(names: Node[] | undefined): TableRef {
  return tableNamed(wordsOf(names));
}

/** From words that end in `schema`, `name`. */
export function tableNamed(words: string[]): TableRef {
  return { schema: words.at(-2) ?? null, name: words.at(-1) ?? "" };
}

/** The strings of a list, in order. */
export function wordsOf(nodes: Node[] | undefined): string[] {
  return (nodes ?? []).flatMap((node) => ("String" in node ? (node.String.sval ?? "") : []));
}

/** The name of a node that names an object: a word, a list of words, a type, a function. */
export function namedBy(node: Node | undefined): string[] {
  if (!node) return [];
  if ("String" in node) return [node.String.sval ?? ""];
  if ("List" in node) return wordsOf(node.List.items);
  if ("TypeName" in node) return wordsOf(node.TypeName.names);
  if ("ObjectWithArgs" in node) return wordsOf(node.ObjectWithArgs.objname);
  return [];
}

/** A type's name; those that the grammar itself knows are in pg_catalog. */
export function typeOf(type: TypeName | undefined): TableRef {
  return qualified(type?.names);
}

/** As SQL writes it: "varchar(20)", "bigint[]". */
export function saidType(type: TypeName | undefined): string {
  const { schema, name } = typeOf(type);
  const words = schema === "pg_catalog" ? (typeWords[name] ?? name) : said({ schema, name });
  const modifiers = (type?.typmods ?? []).flatMap((node) =>
    "A_Const" in node ? [node.A_Const.ival?.ival ?? 0] : [],
  );
  const arrays = (type?.arrayBounds ?? []).map(() => "[]").join("");
  return `${words}${modifiers.length > 0 ? `(${modifiers.join(", ")})` : ""}${arrays}`;
}

const typeWords: Record<string, string> = {
  int2: "smallint",
  int4: "integer",
  int8: "bigint",
  float4: "real",
  float8: "double precision",
  bool: "boolean",
  bpchar: "char",
};

export function object(kind: ObjectKind, { schema, name }: TableRef): ObjectRef {
  return { kind, schema, name };
}

/** A part of a table, or of a type. */
export function part(kind: ObjectKind, name: string, of: TableRef): ObjectRef {
  return { kind, schema: of.schema, name, table: of.name };
}

/** As people say it: without the schema that nearly every table is in. */
export function said({ schema, name }: TableRef): string {
  return schema === null || schema === "public" ? name : `${schema}.${name}`;
}

export function isSame(a: TableRef, b: TableRef): boolean {
  return a.name === b.name && (a.schema ?? "public") === (b.schema ?? "public");
}
