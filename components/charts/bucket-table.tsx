// Server or client: what a chart draws, as a table: each bucket of each line, the newest first.
import { CellLink } from "@/components/charts/cell-link";
import { NumberCell } from "@/components/charts/number-cell";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from "@/components/ui/table";
import { type Bucket, type Drawing, type Line, lineKeys } from "@/lib/model/charts/data";
import { type ChartQuery, chartHref } from "@/lib/model/charts/params";
import { wallLabel, widthLabel } from "@/lib/model/charts/wall-time";
import type { Resource } from "@/lib/model/resource";

type BucketTableProps = {
  resource: Pick<Resource, "slug" | "views">;
  query: ChartQuery;
  drawing: Drawing;
  lineLabel: string;
};

/** A page with more is slow to read and to send; the download has all. */
export const maxTableRows = 400;

export function BucketTable({ resource, query, drawing, lineLabel }: BucketTableProps) {
  const rows = drawing.lines
    .flatMap((line) => line.buckets.map((bucket) => ({ line, bucket })))
    .sort((a, b) => b.bucket.at - a.bucket.at)
    .slice(0, maxTableRows);
  const hasLines = drawing.lines.length > 1 || drawing.lines[0]?.key !== lineKeys.all;
  return (
    <Table
      label="What the chart draws"
      regionClassName="max-h-[420px] rounded-md border border-line bg-surface"
    >
      <TableHead>
        <tr>
          <TableHeader>{widthLabel(drawing.width)} from</TableHeader>
          {hasLines && <TableHeader>{lineLabel}</TableHeader>}
          <TableHeader numeric>Entries</TableHeader>
          <TableHeader numeric>Least</TableHeader>
          <TableHeader numeric>Average</TableHeader>
          <TableHeader numeric>Greatest</TableHeader>
          <TableHeader numeric>Not a number</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {rows.map(({ line, bucket }) => (
          <TableRow key={`${bucket.at} ${line.key}`}>
            <TableCell>{wallLabel(bucket.at, drawing.width)}</TableCell>
            {hasLines && <TableCell>{line.label}</TableCell>}
            <TableCell numeric>
              <Entries {...{ resource, query, line, bucket }} />
            </TableCell>
            <NumberCell literal={bucket.min} />
            <NumberCell literal={bucket.avg} />
            <NumberCell literal={bucket.max} />
            <TableCell
              numeric
              className={bucket.entries > bucket.numbers ? "text-amber" : "text-faint"}
            >
              {(bucket.entries - bucket.numbers).toLocaleString("en")}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** Who all the others are is known to the database alone, so they lead nowhere. */
function Entries(
  props: Pick<BucketTableProps, "resource" | "query"> & { line: Line; bucket: Bucket },
) {
  const { resource, query, line, bucket } = props;
  const count = bucket.entries.toLocaleString("en");
  if (line.key === lineKeys.others) return count;
  const opened = { at: bucket.at, ...(line.key !== lineKeys.all && { line: line.key }) };
  return <CellLink href={`${chartHref(resource, { ...query, opened })}#entries`}>{count}</CellLink>;
}
