// Pure: reads drizzle-kit's snapshots of Postgres schemas, versions 5 to 7, into a shape.
import { z } from "zod";
import {
  columnWords,
  type Entity,
  foreignKeyWords,
  indexWords,
  type Part,
  type PartKind,
  qualified,
  type SchemaShape,
} from "@/lib/migrations/schema/shape";

const byName = <T extends z.ZodType>(value: T) => z.record(z.string(), value).default({});

const column = z.object({
  name: z.string(),
  type: z.string(),
  typeSchema: z.string().nullish(),
  notNull: z.boolean().default(false),
  primaryKey: z.boolean().default(false),
  default: z.unknown().optional(),
  generated: z.object({ as: z.string() }).nullish(),
  identity: z.object({ type: z.string() }).nullish(),
});

// Before version 7 an index listed the names of its columns.
const indexColumn = z.union([
  z.string(),
  z.object({
    expression: z.string(),
    asc: z.boolean().default(true),
    nulls: z.string().optional(),
    opclass: z.string().optional(),
  }),
]);

const index = z.object({
  name: z.string(),
  columns: z.array(indexColumn),
  isUnique: z.boolean().default(false),
  method: z.string().default("btree"),
  where: z.string().nullish(),
});

const foreignKey = z.object({
  name: z.string(),
  tableTo: z.string(),
  schemaTo: z.string().nullish(),
  columnsFrom: z.array(z.string()),
  columnsTo: z.array(z.string()),
  onDelete: z.string().default("no action"),
  onUpdate: z.string().default("no action"),
});

const columnList = z.object({
  name: z.string(),
  columns: z.array(z.string()),
  nullsNotDistinct: z.boolean().default(false),
});

const policy = z.object({
  name: z.string(),
  as: z.string().nullish(),
  for: z.string().nullish(),
  to: z.array(z.string()).nullish(),
  using: z.string().nullish(),
  withCheck: z.string().nullish(),
});

const table = z.object({
  name: z.string(),
  schema: z.string().nullish(),
  columns: byName(column),
  indexes: byName(index),
  foreignKeys: byName(foreignKey),
  compositePrimaryKeys: byName(columnList),
  uniqueConstraints: byName(columnList),
  checkConstraints: byName(z.object({ name: z.string(), value: z.string() })),
  policies: byName(policy),
  isRLSEnabled: z.boolean().default(false),
});

const named = z.object({ name: z.string(), schema: z.string().nullish() });

const snapshot = z.object({
  tables: byName(table),
  enums: byName(
    named.extend({
      values: z.union([z.array(z.string()), z.record(z.string(), z.string())]),
    }),
  ),
  views: byName(
    named.extend({
      definition: z.string().nullish(),
      isExisting: z.boolean().default(false),
      materialized: z.boolean().default(false),
    }),
  ),
  sequences: byName(named),
  schemas: byName(z.string()),
  roles: byName(named),
});

/** @returns the shape, or `undefined` when the snapshot has another form than any known version. */
export function shapeOfSnapshot(json: unknown): SchemaShape | undefined {
  const parsed = snapshot.safeParse(json);
  if (!parsed.success) return undefined;
  const { tables, enums, views, sequences, schemas, roles } = parsed.data;
  return [
    ...Object.values(tables).map(tableShape),
    ...Object.values(enums).map(({ name, schema, values }) =>
      entity("enum", qualified(schema, name), Object.values(values).join(", ")),
    ),
    ...Object.values(views)
      .filter(({ isExisting }) => !isExisting)
      .map(({ name, schema, definition, materialized }) =>
        entity(
          "view",
          qualified(schema, name),
          `${materialized ? "materialized " : ""}${definition ?? ""}`,
        ),
      ),
    ...Object.values(sequences).map(({ name, schema }) =>
      entity("sequence", qualified(schema, name)),
    ),
    ...Object.values(schemas).map((name) => entity("schema", name)),
    ...Object.values(roles).map(({ name }) => entity("role", name)),
  ];
}

function entity(kind: Entity["kind"], name: string, definition = ""): Entity {
  return { kind, name, definition, parts: [] };
}

function tableShape(each: z.infer<typeof table>): Entity {
  const parts = <T extends { name: string }>(
    kind: PartKind,
    values: Record<string, T>,
    words: (value: T) => string,
  ): Part[] =>
    Object.values(values).map((value) => ({ kind, name: value.name, definition: words(value) }));
  return {
    kind: "table",
    name: qualified(each.schema, each.name),
    definition: each.isRLSEnabled ? "row level security" : "",
    parts: [
      ...parts("column", each.columns, (value) =>
        columnWords({
          type: qualified(value.typeSchema, value.type),
          notNull: value.notNull,
          primaryKey: value.primaryKey,
          default: value.default === undefined ? null : String(value.default),
          generated: value.generated?.as ?? null,
          identity: value.identity?.type ?? null,
        }),
      ),
      ...parts("primary key", each.compositePrimaryKeys, ({ columns }) => list(columns)),
      ...parts("foreign key", each.foreignKeys, (value) =>
        foreignKeyWords({
          columns: value.columnsFrom,
          table: qualified(value.schemaTo, value.tableTo),
          foreignColumns: value.columnsTo,
          onDelete: value.onDelete,
          onUpdate: value.onUpdate,
        }),
      ),
      ...parts(
        "unique constraint",
        each.uniqueConstraints,
        ({ columns, nullsNotDistinct }) =>
          `${list(columns)}${nullsNotDistinct ? " nulls not distinct" : ""}`,
      ),
      ...parts("check", each.checkConstraints, ({ value }) => value),
      ...parts("index", each.indexes, (value) =>
        indexWords({ ...value, columns: value.columns.map(indexColumnWords) }),
      ),
      ...parts("policy", each.policies, policyWords),
    ],
  };
}

function list(columns: string[]): string {
  return `(${columns.join(", ")})`;
}

function indexColumnWords(value: z.infer<typeof indexColumn>): string {
  if (typeof value === "string") return value;
  const { expression, asc, opclass } = value;
  return [expression, opclass, !asc && "desc"].filter(Boolean).join(" ");
}

function policyWords({ as, for: command, to, using, withCheck }: z.infer<typeof policy>): string {
  return [
    as,
    command && `for ${command}`,
    to && `to ${to.join(", ")}`,
    using && `using ${using}`,
    withCheck && `with check ${withCheck}`,
  ]
    .filter(Boolean)
    .join(" ");
}
