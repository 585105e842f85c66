// Pure: what a schema consists of, in words that can be compared, whether it comes from a snapshot or from schema.ts.

/** What belongs to a table: its columns, indexes, keys and constraints. */
export type Part = { kind: PartKind; name: string; definition: string };

export type PartKind =
  | "column"
  | "primary key"
  | "foreign key"
  | "unique constraint"
  | "check"
  | "index"
  | "policy";

/** A thing of its own in the database; only tables have parts. */
export type Entity = {
  kind: "table" | "enum" | "view" | "sequence" | "schema" | "role";
  /** With its schema when that is not `public`. */
  name: string;
  definition: string;
  parts: Part[];
};

export type SchemaShape = Entity[];

export function qualified(schema: string | null | undefined, name: string): string {
  return schema && schema !== "public" ? `${schema}.${name}` : name;
}

type Column = {
  type: string;
  notNull: boolean;
  primaryKey: boolean;
  default: string | null;
  /** The expression that a generated column is computed by. */
  generated?: string | null;
  identity?: string | null;
};

export function columnWords(column: Column): string {
  return [
    column.type,
    column.primaryKey && "primary key",
    column.notNull && !column.primaryKey && "not null",
    column.default !== null && `default ${column.default}`,
    column.generated != null && `generated as ${column.generated}`,
    column.identity && `identity ${column.identity}`,
  ]
    .filter(Boolean)
    .join(" ");
}

type ForeignKey = {
  columns: string[];
  table: string;
  foreignColumns: string[];
  onDelete: string;
  onUpdate: string;
};

export function foreignKeyWords(key: ForeignKey): string {
  const actions = [
    key.onDelete !== "no action" && ` on delete ${key.onDelete}`,
    key.onUpdate !== "no action" && ` on update ${key.onUpdate}`,
  ].filter(Boolean);
  return `(${key.columns.join(", ")}) → ${key.table} (${key.foreignColumns.join(", ")})${actions.join("")}`;
}

type Index = { isUnique: boolean; method: string; columns: string[]; where?: string | null };

export function indexWords({ isUnique, method, columns, where }: Index): string {
  const using = method === "btree" ? "" : ` using ${method}`;
  return `${isUnique ? "unique " : ""}(${columns.join(", ")})${using}${where ? ` where ${where}` : ""}`;
}
