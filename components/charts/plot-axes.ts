// Client: the axes of a plot: days below, numbers at the left.
import type uPlot from "uplot";
import type { Palette } from "@/components/charts/palette";
import { axisLabels } from "@/lib/model/charts/axis-labels";
import { numberText } from "@/lib/model/number-text";

/** A little air, and zero where it is near; one value alone stands in the middle. */
export function yRange(
  library: typeof uPlot,
  min: number | null,
  max: number | null,
): uPlot.Range.MinMax {
  if (min === null || max === null) return [0, 1];
  return library.rangeNum(min, max, {
    min: { pad: 0.1, soft: 0, mode: 3 },
    max: { pad: 0.1, soft: 0, mode: 3 },
  });
}

const font = '11px "Geist Variable", ui-sans-serif, system-ui, sans-serif';

export function xAxis(palette: () => Palette): uPlot.Axis {
  return {
    font,
    size: 34,
    gap: 8,
    space: 72,
    stroke: () => palette().axis,
    grid: { show: false },
    ticks: { stroke: () => palette().grid, width: 1, size: 4 },
    values: (_, ticks, __, ___, step) =>
      axisLabels(
        ticks.map((tick) => tick * 1_000),
        step * 1_000,
      ),
  };
}

export function yAxis(palette: () => Palette, hasLabels: boolean): uPlot.Axis {
  return {
    font,
    gap: 6,
    size: (_, labels) => 16 + Math.max(24, ...(labels ?? []).map((label) => label.length * 7)),
    stroke: () => palette().axis,
    grid: { stroke: () => palette().grid, width: 1 },
    ticks: { show: false },
    values: (_, ticks) => ticks.map((tick) => (hasLabels ? numberText(tick) : "")),
  };
}
