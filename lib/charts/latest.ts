// Server: the newest number of each person, and how it differs from the one before.
import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { ask } from "@/lib/charts/ask";
import { type Subject, subjectCondition } from "@/lib/charts/lines";
import { epochMs } from "@/lib/charts/metrics";
import { type ChartSource, within } from "@/lib/charts/source";
import type { Span } from "@/lib/model/charts/wall-time";
import type { Literal } from "@/lib/model/literal";
import { encodeRecordId } from "@/lib/model/literal";
import type { Page } from "@/lib/model/page";
import { columnOf } from "@/lib/records/columns";
import { namePeople } from "@/lib/records/people";

type Latest = {
  person: Literal;
  at: number;
  number: string;
  previous: Literal;
  delta: Literal;
  /** Of the record that holds it. */
  id?: string;
};

export type LatestAnswer = {
  rows: Latest[];
  people: Page["people"];
  /** Whether there may be more people than are shown. */
  isPartial: boolean;
};

export const maxLatest = 200;
/** The newest entries in which people are looked for: what it costs does not grow with the table. */
export const searchedEntries = 20_000;

type Row = Omit<Latest, "id"> & { searched: string } & Record<`k${number}`, string>;

export async function latestPerPerson(
  source: ChartSource,
  subject: Subject,
  span: Span,
): Promise<LatestAnswer> {
  return ask(async (tx) => {
    const rows = await tx.execute<Row>(statement(source, subject, span));
    const shown = rows.slice(0, maxLatest);
    const ids = shown.flatMap(({ person }) => person ?? []);
    const searched = Number(rows[0]?.searched ?? 0);
    return {
      rows: shown.map((row) => toLatest(source, row)),
      people: await namePeople(tx, ids),
      isPartial: rows.length > maxLatest || searched >= searchedEntries,
    };
  });
}

function statement(source: ChartSource, subject: Subject, span: Span): SQL {
  const { registered, at, wallAt, person, number, metric } = source;
  const keys = registered.resource.key.map((name) => columnOf(registered, name));
  const names = keys.map((_, index) => sql.identifier(`k${index}`));
  const list = (parts: SQL[]) => sql.join(parts, sql`, `);
  const selected = [
    sql`${person} as person, ${at} as raw_at, ${wallAt} as wall_at, ${number} as number`,
    ...keys.map((key, index) => sql`${key} as ${names[index]}`),
  ];
  const place = list([sql`${at}`, ...keys.map((key) => sql`${key}`)]);
  const found = list([sql`latest.raw_at`, ...names.map((name) => sql`latest.${name}`)]);
  const order = list([at, ...keys].map((key) => sql`${key} desc`));
  const foundOrder = list([sql`raw_at desc`, ...names.map((name) => sql`${name} desc`)]);
  const limit = (count: number) => sql.raw(String(count));
  return sql`
    with entry as materialized (
      select ${list(selected)}
      from ${registered.table}
      where ${subjectCondition(source, subject)} and ${within(source, span)}
      order by ${order} limit ${limit(searchedEntries)}
    ), latest as materialized (
      select * from (
        select distinct on (person) * from entry where number is not null
        order by person, ${foundOrder}
      ) as each order by ${foundOrder} limit ${limit(maxLatest + 1)}
    )
    select latest.person::text as person, ${epochMs(sql`latest.wall_at`)} as at, latest.number::text as number,
      before.number::text as previous, (latest.number - before.number)::text as delta,
      (select count(*) from entry) as searched
      ${sql.join(
        names.map((name) => sql`, latest.${name}::text as ${name}`),
        sql``,
      )}
    from latest left join lateral (
      select ${number} as number from ${registered.table}
      where ${person} = latest.person and ${metric} = ${subject.metric}
        and (${place}) < (${found}) and (${number}) is not null
      order by ${order} limit 1
    ) as before on true
    order by ${list([sql`latest.raw_at desc`, ...names.map((name) => sql`latest.${name} desc`)])}`;
}

function toLatest({ registered }: ChartSource, row: Row): Latest {
  const key = registered.resource.key.map((_, index) => row[`k${index}`] ?? "");
  return {
    person: row.person,
    at: Number(row.at),
    number: row.number,
    previous: row.previous,
    delta: row.delta,
    ...(key.length > 0 && { id: encodeRecordId(key) }),
  };
}
