// Client: lines of buckets as uPlot draws them: averages on a band from least to greatest, events as marks on the axis.
import type uPlot from "uplot";
import { lineDashes, type Palette } from "@/components/charts/palette";
import { xAxis, yAxis, yRange } from "@/components/charts/plot-axes";
import { drawEvents, seconds } from "@/components/charts/plot-events";
import type { Columns } from "@/lib/model/charts/data";
import type { Span } from "@/lib/model/charts/wall-time";

export type PlotInput = { span: Span; columns: Columns; isSmooth: boolean };

export type PlotEvents = {
  onHover: (index: number | undefined) => void;
  onPick: (index: number) => void;
  onBrush: (span: Span) => void;
};

/** More bands than these hide one another. */
const maxBands = 3;
/** Each line is drawn as its average, least, greatest and moving average. */
const parts = 4;

export function plotData({ columns }: PlotInput): uPlot.AlignedData {
  return [
    columns.at.map(seconds),
    ...columns.lines.flatMap(({ avg, min, max, smooth }) => [
      avg,
      min,
      max,
      smooth.length > 0 ? smooth : avg.map(() => null),
    ]),
  ];
}

/** The indexes of a line's parts among uPlot's series, whose first is the axis. */
export function seriesOf(line: number): number[] {
  return Array.from({ length: parts }, (_, part) => 1 + line * parts + part);
}

export function plotOptions(
  input: PlotInput,
  size: { width: number; height: number },
  palette: () => Palette,
  events: PlotEvents,
  library: typeof uPlot,
): uPlot.Options {
  const { columns, span, isSmooth } = input;
  const count = columns.lines.length;
  return {
    ...size,
    tzDate: (at) => library.tzDate(new Date(at * 1_000), "UTC"),
    legend: { show: false },
    padding: [8, 12, 0, 0],
    scales: {
      x: { time: true, range: () => [seconds(span.from), seconds(span.to)] },
      y: { range: (_, min, max) => yRange(library, min, max) },
    },
    axes: [xAxis(palette), yAxis(palette, hasNumbers(columns))],
    series: [{}, ...columns.lines.flatMap((_, line) => lineSeries(line, isSmooth, palette))],
    bands:
      count > maxBands
        ? []
        : columns.lines.map((_, line) => {
            const [, min = 0, max = 0] = seriesOf(line);
            return { series: [max, min], fill: () => lineColour(palette, line).band };
          }),
    cursor: {
      y: false,
      drag: { x: true, y: false, setScale: false, dist: 6 },
      points: {
        size: (_, series) => ((series - 1) % parts === (isSmooth ? parts - 1 : 0) ? 8 : 0),
        width: 2,
      },
    },
    hooks: {
      ready: [(plot) => listenForPicks(plot, events)],
      setCursor: [({ cursor }) => events.onHover(cursor.idx ?? undefined)],
      setSelect: [(plot) => brush(plot, events)],
      draw: [(plot) => drawEvents(plot, columns, palette())],
    },
  };
}

function lineColour(palette: () => Palette, line: number) {
  const { lines, axis } = palette();
  return lines[line % lines.length] ?? { stroke: axis, faint: axis, band: axis };
}

function lineSeries(line: number, isSmooth: boolean, palette: () => Palette): uPlot.Series[] {
  const hidden = { width: 0, points: { show: false }, spanGaps: true } as const;
  const dash = lineDashes[line % lineDashes.length] ?? [];
  const average: uPlot.Series = {
    spanGaps: true,
    width: isSmooth ? 1 : 1.75,
    stroke: () => lineColour(palette, line)[isSmooth ? "faint" : "stroke"],
    points: { size: isSmooth ? 3 : 5, fill: () => palette().surface },
    ...(!isSmooth && { dash }),
  };
  const smooth: uPlot.Series = {
    spanGaps: true,
    width: 2,
    stroke: () => lineColour(palette, line).stroke,
    points: { show: false },
    dash,
  };
  return [average, hidden, hidden, smooth];
}

/** Events alone have no scale. */
function hasNumbers({ lines }: Columns): boolean {
  return lines.some(({ avg }) => avg.some((value) => value !== null));
}

/** A press that does not move picks the bucket under it. */
function listenForPicks(plot: uPlot, { onPick, onHover }: PlotEvents): void {
  let pressedAt = 0;
  plot.over.addEventListener("pointerdown", ({ clientX }) => {
    pressedAt = clientX;
  });
  plot.over.addEventListener("click", ({ clientX }) => {
    const { idx } = plot.cursor;
    if (Math.abs(clientX - pressedAt) < 4 && idx != null) onPick(idx);
  });
  plot.over.addEventListener("pointerleave", () => onHover(undefined));
}

function brush(plot: uPlot, { onBrush }: PlotEvents): void {
  const { left, width } = plot.select;
  if (width <= 0) return;
  const wall = (at: number) => plot.posToVal(at, "x") * 1_000;
  onBrush({ from: wall(left), to: wall(left + width) });
}
