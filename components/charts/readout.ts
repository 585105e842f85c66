// Pure: what a chart says of one of its buckets.

import type { Columns, Drawing } from "@/lib/model/charts/data";
import { wallLabel } from "@/lib/model/charts/wall-time";
import { counted } from "@/lib/model/counted";
import { numberText } from "@/lib/model/number-text";

export type Readout = {
  at: string;
  /** Of each line; `undefined` where it has no number. */
  values: (string | undefined)[];
  events?: string;
  /** All of it as a sentence. */
  text: string;
};

export function readout(
  { width, lines }: Drawing,
  columns: Columns,
  index: number | undefined,
  isSmooth: boolean,
): Readout | undefined {
  const wall = index === undefined ? undefined : columns.at[index];
  if (index === undefined || wall === undefined) return undefined;
  const at = wallLabel(wall, width);
  const values = columns.lines.map(({ avg, min, max, smooth }) => {
    const value = (isSmooth ? smooth : avg)[index] ?? avg[index];
    if (value == null) return undefined;
    const [least, most] = [min[index], max[index]];
    const isSpread = least != null && most != null && least !== most;
    const range = isSpread ? ` (${numberText(least)} to ${numberText(most)})` : "";
    return `${numberText(value)}${range}`;
  });
  const count = columns.events[index] ?? 0;
  const events = count > 0 ? `${counted(count, "value")} not a number` : undefined;
  const told = values.flatMap((value, line) =>
    value === undefined ? [] : [`${lines[line]?.label}: ${value}`],
  );
  const text = [at, ...(told.length > 0 || events ? told : ["nothing measured"])];
  return {
    at,
    values,
    ...(events && { events }),
    text: [...text, events].filter(Boolean).join(", "),
  };
}
