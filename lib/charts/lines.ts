// Server: entries as lines of buckets, counted by the database.
import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { ask } from "@/lib/charts/ask";
import { epochMs } from "@/lib/charts/metrics";
import { type ChartSource, within } from "@/lib/charts/source";
import { type Bucket, type Drawing, type Line, lineKey, lineKeys } from "@/lib/model/charts/data";
import type { ChartQuery } from "@/lib/model/charts/params";
import { maxPeople } from "@/lib/model/charts/params";
import { bucketWidth, origin, wholeBuckets } from "@/lib/model/charts/range";
import { type Span, wallLiteral } from "@/lib/model/charts/wall-time";
import type { Literal } from "@/lib/model/literal";
import { type Page, personName } from "@/lib/model/page";
import { namePeople } from "@/lib/records/people";

/** Groups beyond these, the least frequent, are one line. */
const maxGroups = maxPeople;

type Row = {
  at: number;
  line: Literal;
  is_other: boolean;
  entries: string;
  numbers: string;
  min: Literal;
  avg: Literal;
  max: Literal;
};

/** What a chart is about: whose entries of which metric, and what a line and a point stand for. */
export type Subject = Pick<ChartQuery, "people" | "split" | "step"> & { metric: string };

export async function drawLines(
  source: ChartSource,
  subject: Subject,
  asked: Span,
): Promise<Drawing> {
  const width = bucketWidth(asked, subject.step);
  const span = wholeBuckets(asked, width);
  return ask(async (tx) => {
    const rows = await tx.execute<Row>(statement(source, subject, span, width));
    const people = await namePeople(tx, subject.people);
    return { span, width, lines: toLines(rows, subject, people) };
  });
}

function statement(source: ChartSource, subject: Subject, span: Span, width: number): SQL {
  const { registered, wallAt, number } = source;
  const { line, join } = lineOf(source, subject);
  return sql`
    with bucket as materialized (
      select bin, line, count(*) as entries, count(number) as numbers,
        min(number) as low, sum(number) as total, max(number) as high
      from (
        select ${binOf(wallAt, width)} as bin, ${line} as line, ${number} as number
        from ${registered.table} ${join}
        where ${subjectCondition(source, subject)} and ${within(source, span)}
      ) as entry
      group by bin, line
    ), placed as (
      select line, row_number() over (order by sum(entries) desc, line) > ${sql.raw(String(maxGroups))} as is_other
      from bucket group by line
    )
    select ${epochMs(sql`bin`)} as at, case when not is_other then placed.line end::text as line, is_other,
      sum(entries) as entries, sum(numbers) as numbers, min(low)::text as min,
      (sum(total) / nullif(sum(numbers), 0))::text as avg, max(high)::text as max
    from bucket join placed on placed.line is not distinct from bucket.line
    group by 1, 2, 3 order by 1`;
}

export function subjectCondition(source: ChartSource, { metric, people }: Subject): SQL {
  const isMetric = sql`${source.metric} = ${metric}`;
  return people.length > 0 ? sql`${isMetric} and ${source.person} in ${people}` : isMetric;
}

function lineOf({ person, group }: ChartSource, subject: Subject): { line: SQL; join: SQL } {
  switch (meaning(subject)) {
    case "group":
      return group
        ? { line: sql`${group.column}`, join: group.join }
        : { line: sql`null::text`, join: sql`` };
    case "person":
      return { line: sql`${person}`, join: sql`` };
    case "all":
      return { line: sql`null::text`, join: sql`` };
  }
}

/** What a line stands for. */
export function meaning({
  people,
  split,
}: Pick<Subject, "people" | "split">): "group" | "person" | "all" {
  if (split === "group") return "group";
  return people.length > 0 ? "person" : "all";
}

function binOf(wallAt: SQL, width: number): SQL {
  const interval = sql.raw(`interval '${width / 1_000} seconds'`);
  return sql`date_bin(${interval}, ${wallAt}, ${sql.raw(`timestamp '${wallLiteral(origin)}'`)})`;
}

function toLines(rows: Iterable<Row>, subject: Subject, people: Page["people"]): Line[] {
  const what = meaning(subject);
  const lines = new Map<string, Line>();
  // People who were asked for have a line, also an empty one, in the order in which they were asked for.
  if (what === "person") {
    for (const id of subject.people) {
      const key = lineKey(id);
      lines.set(key, { key, label: personName(people, id), buckets: [] });
    }
  }
  for (const row of rows) {
    const key = what === "all" ? lineKeys.all : row.is_other ? lineKeys.others : lineKey(row.line);
    const line = lines.get(key) ?? { key, label: groupLabel(key, row.line), buckets: [] };
    lines.set(key, line);
    line.buckets.push(toBucket(row));
  }
  return what === "group" ? byFrequency([...lines.values()]) : [...lines.values()];
}

function groupLabel(key: string, literal: Literal): string {
  if (key === lineKeys.all) return "Everybody";
  if (key === lineKeys.others) return "All others";
  return literal ?? "None";
}

/** The most frequent first; what stands for many values last. */
function byFrequency(lines: Line[]): Line[] {
  const entries = ({ key, buckets }: Line) =>
    key === lineKeys.others ? -1 : buckets.reduce((sum, bucket) => sum + bucket.entries, 0);
  return lines.sort((a, b) => entries(b) - entries(a));
}

function toBucket({ at, entries, numbers, min, avg, max }: Row): Bucket {
  return { at: Number(at), entries: Number(entries), numbers: Number(numbers), min, avg, max };
}
