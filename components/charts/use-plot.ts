"use client";
// Client: a plot in an element. The library arrives with the first chart; the canvas follows size and theme.
import { type RefObject, useEffect, useEffectEvent, useRef } from "react";
import type uPlot from "uplot";
import { onThemeChange, readPalette } from "@/components/charts/palette";
import {
  type PlotEvents,
  type PlotInput,
  plotData,
  plotOptions,
  seriesOf,
} from "@/components/charts/plot-options";

type Plot = RefObject<uPlot | undefined>;

/** @param hidden the indexes of lines that are not drawn */
export function usePlot(
  host: RefObject<HTMLElement | null>,
  input: PlotInput,
  hidden: ReadonlySet<number>,
  events: PlotEvents,
): Plot {
  const plot: Plot = useRef<uPlot>(undefined);
  const onHover = useEffectEvent(events.onHover);
  const onPick = useEffectEvent(events.onPick);
  const onBrush = useEffectEvent(events.onBrush);
  const show = useEffectEvent((drawn: uPlot) => showLines(drawn, input, hidden));

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    let stop: (() => void) | undefined;
    let isGone = false;
    void import("uplot").then(({ default: library }) => {
      if (isGone) return;
      const drawn = draw(library, element, input, {
        onHover: (index) => onHover(index),
        onPick: (index) => onPick(index),
        onBrush: (span) => onBrush(span),
      });
      plot.current = drawn.plot;
      show(drawn.plot);
      stop = drawn.stop;
    });
    return () => {
      isGone = true;
      stop?.();
      plot.current = undefined;
    };
  }, [host, input]);

  useEffect(() => {
    if (plot.current) showLines(plot.current, input, hidden);
  }, [input, hidden]);

  return plot;
}

function draw(library: typeof uPlot, element: HTMLElement, input: PlotInput, events: PlotEvents) {
  let palette = readPalette(element);
  const size = () => ({ width: element.clientWidth, height: element.clientHeight });
  const options = plotOptions(input, size(), () => palette, events, library);
  const plot = new library(options, plotData(input), element);
  const observer = new ResizeObserver(() => plot.setSize(size()));
  observer.observe(element);
  const forgetTheme = onThemeChange(() => {
    palette = readPalette(element);
    plot.redraw(false);
  });
  // A canvas asks for its font when it first writes, and writes in another until it is there.
  void document.fonts.ready.then(() => plot.redraw(false));
  const stop = () => {
    observer.disconnect();
    forgetTheme();
    plot.destroy();
  };
  return { plot, stop };
}

function showLines(plot: uPlot, { columns }: PlotInput, hidden: ReadonlySet<number>): void {
  plot.batch(() => {
    for (const line of columns.lines.keys()) {
      for (const series of seriesOf(line)) plot.setSeries(series, { show: !hidden.has(line) });
    }
  });
}
