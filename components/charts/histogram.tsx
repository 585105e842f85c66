// Server or client: how often which numbers occur, as bars that need no script; the table below says the same.
import { NumberCell } from "@/components/charts/number-cell";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from "@/components/ui/table";
import { numberText } from "@/lib/model/number-text";

type Bar = { from: string; to: string; count: number };
type HistogramProps = { bars: Bar[]; numbers: number; label: string };

export function Histogram({ bars, numbers, label }: HistogramProps) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const ticks = Math.max(1, Math.ceil(bars.length / 10));
  return (
    <figure>
      <div
        role="img"
        aria-label={label}
        className="flex h-64 items-end gap-px border-b border-line"
      >
        {bars.map(({ from, to, count }) => (
          <div
            key={from}
            title={`${numberText(from)} to ${numberText(to)}: ${count.toLocaleString("en")}`}
            className="group flex h-full min-w-0 flex-1 items-end hover:bg-hover"
          >
            <div
              style={{ height: `${(100 * count) / most}%` }}
              className={`w-full rounded-t-sm bg-accent ${count > 0 ? "min-h-0.5" : ""}`}
            />
          </div>
        ))}
      </div>
      <div aria-hidden className="flex gap-px pt-1 text-2xs text-muted">
        {bars.map(({ from }, index) => (
          <span key={from} className="min-w-0 flex-1 whitespace-nowrap">
            {index % ticks === 0 && numberText(from)}
          </span>
        ))}
      </div>
      <Table
        label="What the bars stand for"
        regionClassName="mt-4 max-h-[420px] rounded-md border border-line bg-surface"
      >
        <TableHead>
          <tr>
            <TableHeader numeric>From</TableHeader>
            <TableHeader numeric>To, not included</TableHeader>
            <TableHeader numeric>Numbers</TableHeader>
            <TableHeader numeric>Share</TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {bars.map(({ from, to, count }) => (
            <TableRow key={from}>
              <NumberCell literal={from} />
              <NumberCell literal={to} />
              <TableCell numeric>{count.toLocaleString("en")}</TableCell>
              <TableCell numeric className="text-muted">
                {((100 * count) / numbers).toFixed(1)} %
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </figure>
  );
}
