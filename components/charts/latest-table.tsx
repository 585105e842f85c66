// Server or client: the newest number of each person, what it was before, and the way to their line and record.
import { ArrowDown, ArrowUp, Minus } from "lucide-react";
import Link from "next/link";
import { CellLink } from "@/components/charts/cell-link";
import { NumberCell } from "@/components/charts/number-cell";
import { PersonName } from "@/components/list/person-name";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from "@/components/ui/table";
import { type ChartQuery, chartHref } from "@/lib/model/charts/params";
import { wallLabel } from "@/lib/model/charts/wall-time";
import type { Literal } from "@/lib/model/literal";
import { numberText } from "@/lib/model/number-text";
import type { Page } from "@/lib/model/page";
import { type Resource, recordHref } from "@/lib/model/resource";

type Latest = {
  person: Literal;
  at: number;
  number: string;
  previous: Literal;
  delta: Literal;
  id?: string;
};

type LatestTableProps = {
  resource: Pick<Resource, "slug" | "views">;
  query: ChartQuery;
  rows: Latest[];
  people: Page["people"];
};

export function LatestTable({ resource, query, rows, people }: LatestTableProps) {
  return (
    <Table
      label="The latest of each person"
      regionClassName="max-h-[640px] rounded-md border border-line bg-surface"
    >
      <TableHead>
        <tr>
          <TableHeader>Person</TableHeader>
          <TableHeader numeric>Latest</TableHeader>
          <TableHeader numeric>Change</TableHeader>
          <TableHeader numeric>Before</TableHeader>
          <TableHeader>Measured</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {rows.map(({ person, at, number, previous, delta, id }) => (
          <TableRow key={person ?? ""}>
            <TableCell>
              {person === null ? (
                <PersonName id={person} people={people} />
              ) : (
                <Link
                  href={chartHref(resource, { ...query, tab: "time", people: [person] })}
                  prefetch={false}
                  className="hover:underline"
                >
                  <PersonName id={person} people={people} />
                </Link>
              )}
            </TableCell>
            <NumberCell literal={number} />
            <TableCell numeric>
              <Delta literal={delta} />
            </TableCell>
            <NumberCell literal={previous} />
            <TableCell>
              <CellLink href={id === undefined ? undefined : recordHref(resource, id)}>
                {wallLabel(at, 0)}
              </CellLink>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** Whether more is better the metric does not say, so the colour does not either. */
function Delta({ literal }: { literal: Literal }) {
  if (literal === null) return <span className="text-faint">first</span>;
  const change = Number(literal);
  const Icon = change > 0 ? ArrowUp : change < 0 ? ArrowDown : Minus;
  return (
    <span
      title={literal}
      className={`inline-flex items-center gap-1 ${change === 0 ? "text-faint" : ""}`}
    >
      <Icon aria-hidden className="size-3.5 text-muted" />
      {change > 0 && "+"}
      {numberText(literal)}
    </span>
  );
}
