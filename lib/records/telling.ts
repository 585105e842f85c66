// Server: what of a record tells a person which one it is: its title, and what sets it apart from others of that title.
import "server-only";
import { type SQL, sql } from "drizzle-orm";
import admin from "@/admin.config";
import { isInstant } from "@/lib/model/instant";
import { type Field, fieldOf, type Resource } from "@/lib/model/resource";
import { declaredView } from "@/lib/model/view";
import { columnOf } from "@/lib/records/columns";
import { orderBy } from "@/lib/records/keyset";
import type { Registered } from "@/lib/resources/registry";

/** The title as SQL, and what is searched for it; `undefined` where there is none, or none that may be told. */
export function titleParts(registered: Registered): { title: SQL; searched: SQL[] } | undefined {
  const { resource } = registered;
  if (isPeople(resource) && admin.people) {
    const { name, email } = admin.people;
    const parts = name.map((column) => sql.identifier(column));
    const title = sql`concat_ws(' ', ${sql.join(parts, sql`, `)})`;
    return { title, searched: [title, sql`${sql.identifier(email)}::text`] };
  }
  const field = resource.title && fieldOf(resource, resource.title);
  if (!field || field.isSecret || field.secretWhen) return undefined;
  const title = sql`${bareColumn(registered, field.name)}::text`;
  return { title, searched: [title] };
}

/** Without the table's name, so that a part of the table may stand for it. */
export function bareColumn(registered: Registered, name: string): SQL {
  return sql`${sql.identifier(columnOf(registered, name).name)}`;
}

/** The resource's own order, which an index should serve. */
export function newestFirst(registered: Registered): SQL {
  const { resource } = registered;
  return orderBy(
    resource.list.sort.map(({ field, descending }) => ({
      column: bareColumn(registered, field),
      descending,
      nullable: fieldOf(resource, field)?.nullable ?? true,
    })),
  );
}

/** Whose it is, its state and when; a text where it has none of them. */
export function detailFields(resource: Resource): Field[] {
  if (isPeople(resource)) {
    return resource.fields.filter(({ column }) => column === admin.people?.email);
  }
  const open = resource.list.columns
    .flatMap((name) => fieldOf(resource, name) ?? [])
    .filter((field) => !field.isSecret && !field.secretWhen && field.name !== resource.title);
  const whose = open.find((field) => field.isPerson);
  const state = open.find((field) => field.display === "badge" || field.kind === "enum");
  const when = open.find((field) => isInstant(field) && !field.touches);
  const telling = [whose, state, when].filter((field) => field !== undefined);
  return telling.length > 0 ? telling : open.filter(isWords).slice(0, 1);
}

/** What happens at a time is told apart by its day, better than by a title that says what it is. */
export function momentField(resource: Resource): Field | undefined {
  const view = declaredView(resource, "calendar") ?? declaredView(resource, "charts");
  const field = view && fieldOf(resource, view.at);
  return field && !field.isSecret && !field.secretWhen ? field : undefined;
}

function isWords({ kind, isKey }: Field): boolean {
  return kind === "text" && !isKey;
}

function isPeople(resource: Resource): boolean {
  return resource.table === admin.people?.table && resource.schema === "public";
}
