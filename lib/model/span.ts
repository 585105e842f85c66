// Pure: how long something was planned to take and how long it took, in minutes and in words.
import { instantOf } from "@/lib/model/instant";
import type { Literal } from "@/lib/model/literal";

export type Span = {
  /** Minutes; absent when it is not known, negative when the end lies before the start. */
  planned?: number;
  actual?: number;
  /** How the two compare. */
  words?: string;
};

type Ends = { planned: Literal; from: Literal; to: Literal; zone: string };

export function spanOf({ planned, from, to, zone }: Ends): Span {
  const plannedMinutes = planned?.trim() ? Number(planned) : Number.NaN;
  const [start, end] = [from, to].map((literal) => literal && instantOf(literal, zone));
  const span: Span = {
    ...(Number.isFinite(plannedMinutes) && { planned: plannedMinutes }),
    ...(start && end && { actual: Math.round((end.getTime() - start.getTime()) / 60_000) }),
  };
  const words = compare(span);
  return { ...span, ...(words && { words }) };
}

function compare({ planned, actual }: Span): string | undefined {
  if (actual === undefined) return undefined;
  if (actual < 0) return "It ends before it begins.";
  if (planned === undefined || planned <= 0) return undefined;
  const difference = actual - planned;
  if (Math.abs(difference) < 1) return "As long as planned.";
  return `${minutesText(Math.abs(difference))} ${difference > 0 ? "longer" : "shorter"} than planned.`;
}

const [hour, day] = [60, 24 * 60];

/** "45 min", "1 h 30 min", "3 days 4 h": the two largest units. */
export function minutesText(minutes: number): string {
  const size = Math.round(Math.abs(minutes));
  const sign = minutes < 0 && size > 0 ? "−" : "";
  const [days, hours, rest] = [
    Math.floor(size / day),
    Math.floor((size % day) / hour),
    size % hour,
  ];
  const parts = [
    days > 0 && `${days.toLocaleString("en")} ${days === 1 ? "day" : "days"}`,
    hours > 0 && `${hours} h`,
    days === 0 && (rest > 0 || hours === 0) && `${rest} min`,
  ];
  return sign + parts.filter(Boolean).join(" ");
}
