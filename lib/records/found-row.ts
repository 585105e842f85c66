// Server: a found record: what it is called, what tells it from others of the same title, and where it is shown.
import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/lib/db/client";
import type { Found } from "@/lib/model/found";
import { isInstant } from "@/lib/model/instant";
import { encodeRecordId } from "@/lib/model/literal";
import { type Page, personName } from "@/lib/model/page";
import { type Field, type Resource, recordHref } from "@/lib/model/resource";
import { declaredView, viewHref } from "@/lib/model/view";
import { namePeople } from "@/lib/records/people";
import { bareColumn, detailFields, newestFirst, titleParts } from "@/lib/records/telling";
import { maxTitleLength } from "@/lib/records/title";
import type { Registered } from "@/lib/resources/registry";

const maxDetailLength = 80;
/** `2026-03-09 14:30` */
const minuteLength = 16;

type Row = { key: string[]; title: string | null; details: (string | null)[] };

/** In the resource's own order, which is where an index is: the newest first, most often. */
export async function fetchFound(
  tx: Transaction,
  registered: Registered,
  { from, condition, limit }: { from: SQL; condition: SQL; limit: number },
): Promise<Found[]> {
  const { resource } = registered;
  const fields = detailFields(resource);
  const key = resource.key.map((name) => sql`${bareColumn(registered, name)}::text`);
  const title = titleParts(registered)?.title ?? sql`null`;
  const details = fields.map(
    ({ name }) =>
      sql`left(${bareColumn(registered, name)}::text, ${sql.raw(`${maxDetailLength}`)})`,
  );
  // Named as no column is: where rows are put in order, an output's name counts before a column's.
  const found = await tx.execute<{ "found row": Row }>(sql`
    select json_build_object('key', ${array(key)}, 'details', ${array(details)},
      'title', left(${title}, ${sql.raw(`${maxTitleLength}`)})) as "found row"
    from ${from} where ${condition} ${newestFirst(registered)}
    limit ${sql.raw(`${limit}`)}`);
  const rows = found.map((each) => each["found row"]);
  const people = await namePeople(tx, personIds(fields, rows));
  return rows.map((row) => foundOf(resource, fields, people, row));
}

function foundOf(resource: Resource, fields: Field[], people: Page["people"], row: Row): Found {
  const details = fields.map((field, index) => detailOf(field, row.details[index], people));
  return {
    href: hrefOf(resource, row),
    title: row.title || row.key.join(", "),
    detail: details.filter((detail) => detail).join(" · "),
  };
}

/** A setting is shown in its place among the others. */
function hrefOf(resource: Resource, { key, title }: Row): string {
  const hasPlace = title !== null && declaredView(resource, "settings") !== undefined;
  return hasPlace
    ? `${viewHref(resource, "settings")}#${encodeURIComponent(title)}`
    : recordHref(resource, encodeRecordId(key));
}

function detailOf(
  field: Field,
  literal: string | null | undefined,
  people: Page["people"],
): string | undefined {
  if (!literal) return undefined;
  if (isInstant(field)) return literal.slice(0, minuteLength);
  return field.isPerson ? personName(people, literal) : literal;
}

function personIds(fields: Field[], rows: Row[]): string[] {
  const index = fields.findIndex((field) => field.isPerson);
  const ids = rows.map(({ details }) => details[index]).filter((id) => id != null);
  return [...new Set(ids)];
}

function array(parts: SQL[]): SQL {
  return sql`to_json(array[${sql.join(parts, sql`, `)}]::text[])`;
}
