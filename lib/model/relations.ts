// Pure: which fields point to other records: by a declaration, by a foreign key, or because they hold ids of people.
import { getTableColumns } from "drizzle-orm";
import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";
import type { PeopleSource } from "@/lib/model/define-admin";
import { keyOf, type ResourceOptions } from "@/lib/model/define-resource";
import { type Field, qualifiedName, type Resource } from "@/lib/model/resource";

export type Surroundings = {
  /** The slug of what has that slug or is that table, see `qualifiedName`; `undefined` where it has no pages. */
  slugOf: (name: string) => string | undefined;
  people?: Pick<PeopleSource, "table">;
};

/** The resource with its fields' `refersTo`. What is declared and leads nowhere stays as it is, to be refused. */
export function withRelations(
  resource: Resource,
  table: PgTable,
  declared: ResourceOptions["fields"],
  surroundings: Surroundings,
): Resource {
  const foreign = foreignTables(table);
  return {
    ...resource,
    fields: resource.fields.map((field) => ({
      ...field,
      ...relationOf(field, foreign.get(field.column), declared?.[field.name], surroundings),
    })),
  };
}

function relationOf(
  field: Field,
  foreign: string | undefined,
  declared: Partial<Field> | undefined,
  { slugOf, people }: Surroundings,
): Pick<Field, "refersTo" | "isPerson"> {
  const target = declared?.refersTo ?? foreign ?? (field.isPerson ? people?.table : undefined);
  if (target === undefined) return { isPerson: field.isPerson };
  const slug = slugOf(target);
  const isPeople = target === people?.table || (slug && slug === slugOf(people?.table ?? ""));
  const refersTo = slug ?? declared?.refersTo;
  return {
    ...(refersTo !== undefined && { refersTo }),
    isPerson: declared?.isPerson ?? Boolean(isPeople),
  };
}

/** By the columns' names, the tables whose whole key they hold by a constraint. */
function foreignTables(table: PgTable): Map<string, string> {
  const found = getTableConfig(table).foreignKeys.flatMap((constraint): [string, string][] => {
    const { columns, foreignTable, foreignColumns } = constraint.reference();
    const [column, ...others] = columns;
    if (!column || others.length > 0) return [];
    const [key, ...more] = keyOf(foreignTable);
    const isKey = key && getTableColumns(foreignTable)[key]?.name === foreignColumns[0]?.name;
    return isKey && more.length === 0 ? [[column.name, tableName(foreignTable)]] : [];
  });
  return new Map(found);
}

/** See `qualifiedName`. */
export function tableName(table: PgTable): string {
  const { name, schema = "public" } = getTableConfig(table);
  return qualifiedName({ schema, table: name });
}

/** The fields by which records of `resource` point to those of the other. */
export function fieldsReferringTo(resource: Resource, { slug }: Pick<Resource, "slug">): Field[] {
  return resource.fields.filter(({ refersTo }) => refersTo === slug);
}
