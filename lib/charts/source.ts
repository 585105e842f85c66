// Server: what a chart reads, as SQL: the columns that its declaration names, once the actor may see them.
import "server-only";
import { getTableColumns, type SQL, sql } from "drizzle-orm";
import { alias, type PgColumn } from "drizzle-orm/pg-core";
import { authorize } from "@/lib/auth/authorize";
import { numberOf } from "@/lib/charts/number";
import type { Actor } from "@/lib/model/actor";
import { type Span, wallLiteral } from "@/lib/model/charts/wall-time";
import { type Field, fieldOf, type Resource } from "@/lib/model/resource";
import type { ChartsView } from "@/lib/model/view";
import { columnOf } from "@/lib/records/columns";
import { findResource, type Registered } from "@/lib/resources/registry";

export type ChartSource = {
  registered: Registered;
  view: ChartsView;
  at: PgColumn;
  /** The time that clocks in the resource's zone showed. */
  wallAt: SQL;
  metric: PgColumn;
  person: PgColumn;
  /** NULL for what is no number. */
  number: SQL;
  /** Another table's column that lines can stand for. */
  group?: { label: string; column: PgColumn; join: SQL };
};

/** @throws Refused when the actor may not read the resource, or the one that its lines are grouped by */
export async function chartSource(
  actor: Actor,
  registered: Registered,
  view: ChartsView,
): Promise<ChartSource> {
  const { resource } = registered;
  await authorize(actor, "read", resource);
  const valueField = openField(resource, view.value);
  const atField = openField(resource, view.at);
  openField(resource, view.metric);
  openField(resource, view.person);
  const at = columnOf(registered, view.at);
  const group = view.through && (await groupOf(actor, registered, view.through));
  return {
    registered,
    view,
    at,
    wallAt: wallOf(atField, at, resource.zone),
    metric: columnOf(registered, view.metric),
    person: columnOf(registered, view.person),
    number: numberOf(valueField, columnOf(registered, view.value), view.paths),
    ...(group && { group }),
  };
}

async function groupOf(
  actor: Actor,
  registered: Registered,
  through: NonNullable<ChartsView["through"]>,
): Promise<ChartSource["group"]> {
  const { refersTo = "" } = openField(registered.resource, through.field);
  const other = await findResource(refersTo);
  if (!other) throw new Error(`A chart groups by "${through.field}", which refers to no resource.`);
  await authorize(actor, "read", other.resource);
  const field = openField(other.resource, through.group);
  const [key, ...more] = other.resource.key;
  if (!key || more.length > 0)
    throw new Error(`A chart groups by "${refersTo}", whose key is not one field.`);
  // Under a name of its own, since a table may group by itself.
  const name = "through";
  const table = alias(other.table, name);
  const columns = getTableColumns(table) as Record<string, PgColumn>;
  const { [through.group]: column, [key]: keyColumn } = columns;
  if (!column || !keyColumn) throw new Error(`No column for ${through.group} or ${key}.`);
  return {
    label: field.label,
    column,
    join: sql`left join ${other.table} as ${sql.identifier(name)} on ${keyColumn} = ${columnOf(registered, through.field)}`,
  };
}

/** An aggregate of secrets gives them away: a chart over one entry shows it. */
function openField(resource: Resource, name: string): Field {
  const field = fieldOf(resource, name);
  if (!field) throw new Error(`A chart of ${resource.slug} names "${name}", which is no field.`);
  if (field.isSecret || field.secretWhen)
    throw new Error(`A chart of ${resource.slug} names "${name}", a secret.`);
  return field;
}

function wallOf(field: Field, column: PgColumn, zone: string): SQL {
  if (field.kind === "timestamptz") return sql`(${column} at time zone ${zone})`;
  return field.kind === "date" ? sql`${column}::timestamp` : sql`${column}`;
}

/** A range of an index on the column: the column itself is not converted. */
export function within({ registered, view, at }: ChartSource, { from, to }: Span): SQL {
  const isInstant = fieldOf(registered.resource, view.at)?.kind === "timestamptz";
  const bound = (wall: number) =>
    isInstant
      ? sql`${wallLiteral(wall)}::timestamp at time zone ${registered.resource.zone}`
      : sql`${wallLiteral(wall)}::timestamp`;
  return sql`${at} >= ${bound(from)} and ${at} < ${bound(to)}`;
}
