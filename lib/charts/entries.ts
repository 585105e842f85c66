// Server: the entries behind a point, or those that are no numbers.
import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { ask } from "@/lib/charts/ask";
import { meaning, type Subject, subjectCondition } from "@/lib/charts/lines";
import { epochMs } from "@/lib/charts/metrics";
import { type ChartSource, within } from "@/lib/charts/source";
import { lineKeys } from "@/lib/model/charts/data";
import type { Opened } from "@/lib/model/charts/params";
import type { Span } from "@/lib/model/charts/wall-time";
import { encodeRecordId, type Literal } from "@/lib/model/literal";
import type { Page } from "@/lib/model/page";
import { fieldOf } from "@/lib/model/resource";
import { cellColumns, columnOf } from "@/lib/records/columns";
import { namePeople } from "@/lib/records/people";

type Entry = {
  at: number;
  person: Literal;
  /** The beginning of the value's literal. */
  value: Literal;
  isNumber: boolean;
  id?: string;
};

export type EntriesAnswer = { entries: Entry[]; hasMore: boolean; people: Page["people"] };

const maxEntries = 50;

type Row = Omit<Entry, "isNumber" | "id"> & { is_number: boolean } & Record<`k${number}`, string>;

/** The newest first. */
export async function listEntries(
  source: ChartSource,
  subject: Subject,
  span: Span,
  opened: Opened,
): Promise<EntriesAnswer> {
  const { registered, at, wallAt, person, number, view, group } = source;
  const keys = registered.resource.key.map((name) => columnOf(registered, name));
  const field = fieldOf(registered.resource, view.value);
  const [value] = field ? cellColumns(registered, field) : [];
  const selection = sql.join(
    [
      sql`${epochMs(wallAt)} as at, ${person}::text as person, ${value} as value, (${number}) is not null as is_number`,
      ...keys.map((key, index) => sql`${key}::text as ${sql.identifier(`k${index}`)}`),
    ],
    sql`, `,
  );
  const order = sql.join(
    [at, ...keys].map((key) => sql`${key} desc`),
    sql`, `,
  );
  const join = meaning(subject) === "group" && group ? group.join : sql``;
  return ask(async (tx) => {
    const rows = await tx.execute<Row>(sql`
      select ${selection} from ${registered.table} ${join}
      where ${subjectCondition(source, subject)} and ${within(source, span)}
        and ${openedCondition(source, subject, opened)}
      order by ${order} limit ${sql.raw(String(maxEntries + 1))}`);
    const entries = rows.slice(0, maxEntries).map((row) => toEntry(source, row));
    const ids = new Set(entries.flatMap((entry) => entry.person ?? []));
    return { entries, hasMore: rows.length > maxEntries, people: await namePeople(tx, [...ids]) };
  });
}

/** Of "all others" it is not known who they are without counting anew: these are all entries of the bucket. */
function openedCondition(
  { number, person, group }: ChartSource,
  subject: Subject,
  opened: Opened,
): SQL {
  if ("events" in opened) return sql`(${number}) is null`;
  const { line } = opened;
  const column = meaning(subject) === "group" ? group?.column : person;
  if (line === undefined || !column || meaning(subject) === "all") return sql`true`;
  if (line === lineKeys.none) return sql`${column} is null`;
  return line.startsWith("=") ? sql`${column}::text = ${line.slice(1)}` : sql`true`;
}

function toEntry({ registered }: ChartSource, row: Row): Entry {
  const key = registered.resource.key.map((_, index) => row[`k${index}`] ?? "");
  return {
    at: Number(row.at),
    person: row.person,
    value: row.value,
    isNumber: row.is_number,
    ...(key.length > 0 && { id: encodeRecordId(key) }),
  };
}
