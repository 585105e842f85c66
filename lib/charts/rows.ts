// Server: what a tab of a chart shows, as rows of literals under a row of names.
import "server-only";
import { distribution } from "@/lib/charts/distribution";
import { latestPerPerson } from "@/lib/charts/latest";
import { drawLines, type Subject } from "@/lib/charts/lines";
import type { ChartSource } from "@/lib/charts/source";
import { columnsOf } from "@/lib/model/charts/data";
import type { ChartQuery } from "@/lib/model/charts/params";
import { type Span, wallLiteral } from "@/lib/model/charts/wall-time";
import type { Literal } from "@/lib/model/literal";

export function chartRows(
  source: ChartSource,
  { tab, smooth }: ChartQuery,
  subject: Subject,
  span: Span,
): Promise<Literal[][]> {
  switch (tab) {
    case "time":
      return lineRows(source, subject, span, smooth);
    case "distribution":
      return distributionRows(source, subject, span);
    case "latest":
      return latestRows(source, subject, span);
  }
}

async function lineRows(source: ChartSource, subject: Subject, asked: Span, smooth: number) {
  const drawing = await drawLines(source, subject, asked);
  const { span, width, lines } = drawing;
  const columns = columnsOf(drawing, smooth).lines;
  const names = ["from", "to", "line", "id", "entries", "numbers", "min", "avg", "max"];
  const rows = lines.flatMap(({ key, label, buckets }, index) =>
    buckets.map(({ at, entries, numbers, min, avg, max }): Literal[] => [
      wallLiteral(at),
      wallLiteral(at + width),
      label,
      key.startsWith("=") ? key.slice(1) : null,
      String(entries),
      String(numbers),
      min,
      avg,
      max,
      ...(smooth > 0
        ? [literalOf(columns[index]?.smooth[Math.round((at - span.from) / width)])]
        : []),
    ]),
  );
  return [[...names, ...(smooth > 0 ? [`avg_of_${smooth}`] : [])], ...rows];
}

function literalOf(number: number | null | undefined): Literal {
  return number == null ? null : String(number);
}

async function distributionRows(source: ChartSource, subject: Subject, span: Span) {
  const found = await distribution(source, subject, span);
  const bars = "bars" in found ? found.bars : [];
  return [["from", "to", "count"], ...bars.map(({ from, to, count }) => [from, to, String(count)])];
}

async function latestRows(source: ChartSource, subject: Subject, span: Span) {
  const { rows, people } = await latestPerPerson(source, subject, span);
  return [
    ["person", "name", "at", "latest", "before", "change", "record"],
    ...rows.map(({ person, at, number, previous, delta, id }): Literal[] => [
      person,
      (person !== null && people[person]?.name) || null,
      wallLiteral(at),
      number,
      previous,
      delta,
      id ?? null,
    ]),
  ];
}
