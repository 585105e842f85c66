// Pure: a Drizzle table and a few overrides → a resource.
import { getTableColumns, is, SQL } from "drizzle-orm";
import { getTableConfig, type PgColumn, PgDialect, type PgTable } from "drizzle-orm/pg-core";
import type { Role } from "@/lib/model/actor";
import { typeFacts } from "@/lib/model/field-kinds";
import { sortKeys } from "@/lib/model/list-params";
import type { Field, Resource } from "@/lib/model/resource";
import type { Panel, View } from "@/lib/model/view";

type FieldOverrides = Partial<
  Pick<
    Field,
    | "label"
    | "description"
    | "options"
    | "display"
    | "isSecret"
    | "secretWhen"
    | "isPerson"
    | "refersTo"
    | "touches"
  >
>;

export type ResourceOptions<Name extends string = string> = {
  slug?: string;
  label?: string;
  singular?: string;
  description?: string;
  title?: NoInfer<Name>;
  list?: {
    columns?: NoInfer<Name>[];
    sort?: NoInfer<Name> | `-${NoInfer<Name>}`;
    /** The fields that a search looks through; each wants a trigram index where the table is big. */
    search?: NoInfer<Name>[];
  };
  /** In the order of their tabs; the first is what the resource's address shows. The list is always one of them. */
  views?: View[];
  /** Beside the form of a record. */
  panels?: Panel[];
  fields?: Partial<Record<NoInfer<Name>, FieldOverrides>>;
};

export type ResourceDeclaration = { table: PgTable; options: ResourceOptions };

type ColumnNames<T extends PgTable> = Extract<keyof T["_"]["columns"], string>;

/** Declares how a table is shown. Everything is optional: what is left out is derived from the table. */
export function defineResource<T extends PgTable>(
  table: T,
  options: ResourceOptions<ColumnNames<T>>,
): ResourceDeclaration {
  return { table, options: options as ResourceOptions };
}

type PrefixFacts = { prefix: string; zone?: string; writers?: Role };

/** Derives a resource from `table`, then lays the declared `options` over it. */
export function deriveResource(
  table: PgTable,
  { prefix, zone = "UTC", writers = "editor" }: PrefixFacts,
  options: ResourceOptions = {},
): Resource {
  const config = getTableConfig(table);
  const isSecret = (name: string, column: PgColumn) =>
    options.fields?.[name]?.isSecret ?? hasSecretName(column.name);
  const key = keyOf(table, isSecret);
  const fields = Object.entries(getTableColumns(table)).map(([name, column]) => ({
    ...deriveField(name, column as PgColumn, key.includes(name)),
    ...options.fields?.[name],
  }));
  const label = options.label ?? sentenceCase(config.name.slice(prefix.length));
  const title = options.title ?? titleOf(fields);
  const columns = options.list?.columns ?? defaultColumns(fields);
  return {
    slug: options.slug ?? config.name,
    schema: config.schema ?? "public",
    table: config.name,
    prefix,
    label,
    singular: options.singular ?? "record",
    description: options.description,
    fields,
    title,
    key,
    list: {
      columns,
      sort: sortKeys(options.list?.sort ?? defaultSort(fields)),
      search: options.list?.search ?? defaultSearch(fields, [...columns, title]),
    },
    views: withList(options.views ?? []),
    panels: options.panels ?? [],
    writers,
    zone,
  };
}

function withList(views: View[]): View[] {
  return views.some(({ kind }) => kind === "list") ? views : [{ kind: "list" }, ...views];
}

/**
 * The primary key; without one, the first unique constraint over columns that cannot be NULL.
 * Keys stand in addresses and in the history, so one that holds a secret is none.
 */
export function keyOf(
  table: PgTable,
  isSecret: (name: string, column: PgColumn) => boolean = (_, column) => hasSecretName(column.name),
): string[] {
  const config = getTableConfig(table);
  const nameOf = new Map(
    Object.entries(getTableColumns(table)).map(([name, column]) => [column.name, name]),
  );
  const candidates = [
    ...config.primaryKeys.map((primaryKey) => primaryKey.columns),
    config.columns.filter((column) => column.primary),
    ...config.uniqueConstraints
      .map((constraint) => constraint.columns)
      .filter((columns) => columns.every((column) => column.notNull)),
    config.columns.filter((column) => column.isUnique && column.notNull).slice(0, 1),
  ];
  const keys = candidates.map((columns) =>
    columns.map((column) => ({ column, name: nameOf.get(column.name) ?? "" })),
  );
  const key = keys.find(
    (parts) => parts.length > 0 && !parts.some(({ name, column }) => isSecret(name, column)),
  );
  return key?.map(({ name }) => name) ?? [];
}

function deriveField(name: string, column: PgColumn, isKey: boolean): Field {
  const type = column.getSQLType();
  const facts = typeFacts(type);
  const enumLabels = "enum" in column ? column.enumValues : undefined;
  return {
    ...facts,
    ...(enumLabels && { kind: "enum", sortable: true }),
    name,
    column: column.name,
    label: labelOf(column.name),
    type,
    options: column.enumValues,
    nullable: !column.notNull,
    hasDefault: column.hasDefault || column.generatedIdentity !== undefined,
    defaultText: defaultText(column),
    isKey,
    isGenerated: column.generated !== undefined || column.generatedIdentity?.type === "always",
    touches:
      /^(updated|modified|changed)_(at|on)$/.test(column.name) &&
      /^timestamp/.test(facts.kind) &&
      !column.onUpdateFn,
    isSecret: hasSecretName(column.name),
    isPerson: /(^|_)user_id$/.test(column.name) && !/(^|_)ext(ernal)?_user_id$/.test(column.name),
  };
}

/** Whether a column's name says that its values must not be read. */
export function hasSecretName(column: string): boolean {
  const words = column.replace(/([a-z\d])([A-Z])/g, "$1_$2").toLowerCase();
  return /(^|_)(password|salt|secret|token|api_?key|private_?key|hash)$/.test(words);
}

function defaultText(column: PgColumn): string | undefined {
  if (column.generatedIdentity) return "next number";
  if (column.defaultFn) return "set by the app";
  const value: unknown = column.default;
  if (value === undefined) return /serial$/.test(column.getSQLType()) ? "next number" : undefined;
  if (is(value, SQL)) return unquoted(new PgDialect().sqlToQuery(value).sql);
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** `'pending'::character varying`, as the catalog has it, → `pending`. */
function unquoted(expression: string): string {
  const quoted = /^'((?:[^']|'')*)'(::[\w\s".()[\]]+)?$/.exec(expression)?.[1];
  return quoted?.replaceAll("''", "'") ?? expression;
}

function titleOf(fields: Field[]): string | undefined {
  const names = ["title", "name", "label", "email", "key", "slug", "subject"];
  return names.find((name) =>
    fields.some((field) => field.name === name && field.kind === "text" && !field.isSecret),
  );
}

const maxDefaultColumns = 8;

/** What a person wants to see first: no secrets, no bytes; the key only when it says something. */
function defaultColumns(fields: Field[]): string[] {
  const telling = fields.filter((field) => !field.isSecret && field.kind !== "bytea");
  return telling.slice(0, maxDefaultColumns).map((field) => field.name);
}

const maxDefaultSearch = 4;

/** The words that the list shows. */
function defaultSearch(fields: Field[], shown: (string | undefined)[]): string[] {
  const words = fields.filter(
    ({ name, kind, isSecret, secretWhen }) =>
      kind === "text" && !isSecret && !secretWhen && shown.includes(name),
  );
  return words.slice(0, maxDefaultSearch).map(({ name }) => name);
}

function defaultSort(fields: Field[]): string {
  const created = fields.find(
    (field) => field.column === "created_at" && field.kind.startsWith("timestamp"),
  );
  return created ? `-${created.name}` : "";
}

function labelOf(column: string): string {
  return sentenceCase(column.replace(/(?<=.)_id$/, ""));
}

function sentenceCase(snake: string): string {
  const words = snake
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll("_", " ")
    .trim()
    .toLowerCase();
  const spelled = words.replace(/\b(id|url|uuid|json|api|ip)\b/g, (word) => word.toUpperCase());
  return spelled.charAt(0).toUpperCase() + spelled.slice(1);
}
