// Server: makes in a shadow what a migration refers to and none makes: a role, a schema, or an object of somebody
// else's, as it is in the live database. Borrowed objects prove nothing, and are compared with nothing.
import "server-only";
import { createDdl } from "@/lib/migrations/drift/create-ddl";
import {
  type CatalogObject,
  keyOf,
  type ObjectOf,
  tableKeyOf,
} from "@/lib/migrations/drift/objects";
import { quoted } from "@/lib/migrations/drift/quote";
import { type Shadow, StatementRefused } from "@/lib/migrations/shadow/shadow";

export type Lender = {
  /** Of the objects that were borrowed, with their schemas. */
  names: string[];
  isLent(object: CatalogObject): boolean;
  /** Whether what the error says is missing exists now. */
  lend(shadow: Shadow, error: StatementRefused): Promise<boolean>;
};

/** A table may need a type, and that type another one. */
const maxDepth = 5;

/** @param foreign what no declared prefix makes */
export function lenderOf(foreign: CatalogObject[], searchPath: string[]): Lender {
  const names: string[] = [];
  const keys = new Set<string>();
  const tried = new Set<string>();

  async function lend(shadow: Shadow, error: StatementRefused, depth = 0): Promise<boolean> {
    const request = `${error.code} ${error.message}`;
    if (tried.has(request) || depth === maxDepth) return false;
    tried.add(request);
    const name = /^(\w+) "(.+)" does not exist/.exec(error.message);
    const [, kind, missing = ""] = name ?? [];
    if (kind === "role") return make(shadow, `create role ${quoted(missing)}`, depth);
    if (kind === "schema") return make(shadow, `create schema ${quoted(missing)}`, depth);
    const lenders = foreign.filter((object) => isNamed(object, error.message, searchPath));
    if (lenders.length === 0) return false;
    for (const object of lenders) {
      if (!(await make(shadow, standInFor(object, foreign), depth))) continue;
      names.push(`${object.schema}.${object.name}`);
      keys.add(keyOf(object));
    }
    return true;
  }

  async function make(shadow: Shadow, statements: string, depth: number): Promise<boolean> {
    for (;;) {
      try {
        await shadow.exec(`set check_function_bodies = off; ${statements}`);
        return true;
      } catch (error) {
        if (!(error instanceof StatementRefused)) throw error;
        if (!(await lend(shadow, error, depth + 1))) return false;
      }
    }
  }

  const isLent = (object: CatalogObject) =>
    keys.has(keyOf(object)) || keys.has(tableKeyOf(object) ?? "");
  return { names, isLent, lend };
}

const makers = ["table", "view", "sequence", "enum", "domain", "composite type", "function"];

/** Messages read `relation "auth.users" does not exist`, `type "auth.level" …` and `function auth.uid() …`. */
function isNamed(object: CatalogObject, message: string, searchPath: string[]): boolean {
  if (!makers.includes(object.source)) return false;
  const [, missing] =
    /^(?:relation|type|function) "?([^"(]+?)"?(?:\(.*\))? does not exist/.exec(message) ?? [];
  if (!missing) return false;
  const name = object.source === "function" ? object.row.name : object.name;
  const isVisible = searchPath.includes(object.schema);
  return missing === `${object.schema}.${name}` || (isVisible && missing === name);
}

/** Of a table as much as others refer to: columns and keys. */
function standInFor(object: CatalogObject, all: CatalogObject[]): string {
  if (object.source !== "table") return createDdl(object, all);
  const { row } = object;
  const table = { ...object, row: { ...row, partitionKey: null, bound: null, parents: null } };
  return createDdl({ ...table, row: { ...table.row, hasRowSecurity: false } }, all.flatMap(bare));
}

function bare(object: CatalogObject): CatalogObject[] {
  if (object.source === "column") return [bareColumn(object)];
  const isKey = object.source === "constraint" && ["p", "u"].includes(object.row.type);
  const isUnique = object.source === "index" && /^CREATE UNIQUE /.test(object.row.definition);
  return isKey || isUnique ? [object] : [];
}

function bareColumn(column: ObjectOf<"column">): CatalogObject {
  const row = {
    ...column.row,
    expression: null,
    identity: "",
    generated: "",
    sequence: null,
    collation: null,
  } as const;
  return { ...column, row };
}
