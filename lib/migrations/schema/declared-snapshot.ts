// Pure: a module of Drizzle tables in the form of drizzle-kit's snapshots, as far as that can be told without drizzle-kit.
import { is, SQL } from "drizzle-orm";
import {
  getTableConfig,
  type Index,
  type IndexedColumn,
  isPgEnum,
  isPgMaterializedView,
  isPgSchema,
  isPgSequence,
  isPgView,
  type PgColumn,
  PgDialect,
  PgTable,
  uniqueKeyName,
} from "drizzle-orm/pg-core";

type Json = Record<string, unknown>;
type Named = Record<string, Json | undefined>;

/**
 * What cannot be told for certain (expressions, views, rare defaults) is taken from `last`, so that a difference
 * between the two is one that `drizzle-kit generate` would find too.
 */
export function declaredSnapshot(module: Record<string, unknown>, last: unknown): Json {
  const known = (last ?? {}) as Record<string, Named>;
  const values = [...new Set(Object.values(module))];
  const named = (kind: string, has: (value: unknown) => string | undefined) =>
    Object.fromEntries(
      values.flatMap((value) => {
        const key = has(value);
        return key === undefined ? [] : [[key, known[kind]?.[key] ?? nameOnly(key)]];
      }),
    );
  return {
    tables: Object.fromEntries(
      values
        .filter((value) => is(value, PgTable))
        .map((table) => declaredTable(table, known.tables ?? {})),
    ),
    enums: Object.fromEntries(
      values
        .filter(isPgEnum)
        .map(({ enumName, enumValues, schema }) => [
          keyOf(schema, enumName),
          { name: enumName, schema, values: [...enumValues] },
        ]),
    ),
    views: named("views", (value) => {
      if (!isPgView(value) && !isPgMaterializedView(value)) return undefined;
      const config = viewConfig(value);
      return keyOf(config.schema, config.name);
    }),
    sequences: named("sequences", (value) =>
      isPgSequence(value) ? keyOf(value.schema, value.seqName ?? "") : undefined,
    ),
    schemas: Object.fromEntries(
      values.filter(isPgSchema).map(({ schemaName }) => [schemaName, schemaName]),
    ),
    roles: known.roles ?? {},
  };
}

function keyOf(schema: string | undefined, name: string): string {
  return `${schema ?? "public"}.${name}`;
}

function nameOnly(key: string): Json {
  const [schema, ...name] = key.split(".");
  return { name: name.join("."), schema };
}

/** Both kinds of views keep their name and schema under a symbol of the same name. */
function viewConfig(view: object): { name: string; schema?: string } {
  const key = Object.getOwnPropertySymbols(view).find(
    ({ description }) => description === "drizzle:ViewBaseConfig",
  );
  return (key && (view as Record<symbol, { name: string; schema?: string }>)[key]) || { name: "" };
}

function declaredTable(table: PgTable, tables: Named): [key: string, table: Json] {
  const config = getTableConfig(table);
  const key = keyOf(config.schema, config.name);
  const last = (tables[key] ?? tables[config.name] ?? {}) as Record<string, Named | undefined>;
  const nameOf = (column: PgColumn) => columnName(column, last.columns ?? {});
  const kept = (kind: string, name: string) => last[kind]?.[name];
  const byName = (list: { name: string }[]) =>
    Object.fromEntries(list.map((each) => [each.name, each]));

  const uniques = [
    ...config.columns
      .filter((column) => column.isUnique)
      .map((column) => ({
        name: column.uniqueName ?? uniqueKeyName(table, [nameOf(column)]),
        columns: [nameOf(column)],
        nullsNotDistinct: column.uniqueType === "not distinct",
      })),
    ...config.uniqueConstraints.map((unique) => ({
      name: unique.getName() ?? uniqueKeyName(table, unique.columns.map(nameOf)),
      columns: unique.columns.map(nameOf),
      nullsNotDistinct: unique.nullsNotDistinct,
    })),
  ];
  return [
    key,
    {
      name: config.name,
      schema: config.schema,
      columns: byName(
        config.columns.map((column) => declaredColumn(column, nameOf(column), last.columns ?? {})),
      ),
      compositePrimaryKeys: byName(
        config.primaryKeys.map((each) => ({
          name: each.getName(),
          columns: each.columns.map(nameOf),
        })),
      ),
      foreignKeys: byName(
        config.foreignKeys.map((each) => {
          const { columns, foreignColumns, foreignTable } = each.reference();
          const { name: tableTo, schema: schemaTo } = getTableConfig(foreignTable);
          return {
            name: each.getName(),
            tableTo,
            schemaTo,
            columnsFrom: columns.map(nameOf),
            columnsTo: foreignColumns.map(({ name }) => name),
            onDelete: each.onDelete ?? "no action",
            onUpdate: each.onUpdate ?? "no action",
          };
        }),
      ),
      uniqueConstraints: byName(uniques),
      checkConstraints: byName(
        config.checks.map(({ name }) => ({ value: "", ...kept("checkConstraints", name), name })),
      ),
      indexes: byName(
        config.indexes.map((each) => {
          const columns = each.config.columns.map((column) =>
            is(column, SQL) ? undefined : nameOf(column as unknown as PgColumn),
          );
          const name = each.config.name ?? `${config.name}_${columns.join("_")}_index`;
          const isUnique = each.config.unique;
          const old = kept("indexes", name);
          // Expressions and operator classes are written in more than one way.
          if (old && columns.includes(undefined)) return { ...old, name, isUnique };
          return {
            name,
            isUnique,
            method: each.config.method ?? "btree",
            columns: each.config.columns.map((column, at) => ({
              expression: columns[at] ?? "expression",
              asc: indexOrder(column),
              opclass: opclassOf(column),
            })),
            where: old?.where,
          };
        }),
      ),
      policies: byName(config.policies.map(({ name }) => ({ ...kept("policies", name), name }))),
      isRLSEnabled: config.enableRLS,
    },
  ];
}

type IndexColumn = Index["config"]["columns"][number];

function indexOrder(column: IndexColumn): boolean {
  return is(column, SQL) || (column as IndexedColumn).indexConfig?.order !== "desc";
}

function opclassOf(column: IndexColumn): string | undefined {
  return is(column, SQL) ? undefined : (column as IndexedColumn).indexConfig?.opClass;
}

/** Without a name of its own a column has its field's, or that in the casing which drizzle's config names. */
function columnName(column: PgColumn, known: Named): string {
  const { name, keyAsName } = column as PgColumn & { keyAsName: boolean };
  if (!keyAsName || name in known) return name;
  const snake = name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase();
  return snake in known ? snake : name;
}

function declaredColumn(column: PgColumn, name: string, known: Named): Json & { name: string } {
  const last = known[name];
  return {
    name,
    type: column.getSQLType(),
    typeSchema: last?.typeSchema,
    notNull: column.notNull,
    primaryKey: column.primary,
    default: declaredDefault(column, last?.default),
    generated: column.generated ? (last?.generated ?? { as: "an expression" }) : undefined,
    identity: column.generatedIdentity ? { type: column.generatedIdentity.type } : undefined,
  };
}

const dialect = new PgDialect();

/** As drizzle-kit writes it; `last` stands in for kinds of values that it formats by rules of its own. */
function declaredDefault(column: PgColumn, last: unknown): unknown {
  const value: unknown = column.default;
  if (value === undefined) return undefined;
  if (is(value, SQL)) {
    const { sql, params } = dialect.sqlToQuery(value);
    return params.length > 0 ? (last ?? sql) : sql;
  }
  if (typeof value === "string") return `'${value.replaceAll("'", "''")}'`;
  if (typeof value === "number" || typeof value === "boolean") return value;
  const type = column.getSQLType();
  if (type === "json" || type === "jsonb") return `'${JSON.stringify(value)}'::${type}`;
  return last ?? "a value";
}
