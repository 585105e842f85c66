// Client: what is no number, as marks on the axis of a plot.
import type uPlot from "uplot";
import type { Palette } from "@/components/charts/palette";
import type { Columns } from "@/lib/model/charts/data";

/** uPlot's axis is in seconds. */
export const seconds = (wall: number) => wall / 1_000;

export function drawEvents(
  plot: uPlot,
  { at, events }: Columns,
  { event, surface }: Palette,
): void {
  const { ctx, bbox } = plot;
  const ratio = devicePixelRatio;
  const size = 4 * ratio;
  ctx.save();
  ctx.fillStyle = event;
  ctx.strokeStyle = surface;
  ctx.lineWidth = 1.5 * ratio;
  for (const [index, count] of events.entries()) {
    if (count === 0) continue;
    const x = plot.valToPos(seconds(at[index] ?? 0), "x", true);
    const y = bbox.top + bbox.height - size;
    ctx.beginPath();
    ctx.moveTo(x, y - size);
    ctx.lineTo(x + size, y);
    ctx.lineTo(x, y + size);
    ctx.lineTo(x - size, y);
    ctx.closePath();
    ctx.stroke();
    ctx.fill();
  }
  ctx.restore();
}
