// Pure: lengths of time and periods as filters speak of them.

const units = {
  m: { one: "minute", many: "minutes" },
  h: { one: "hour", many: "hours" },
  d: { one: "day", many: "days" },
  w: { one: "week", many: "weeks" },
  mo: { one: "month", many: "months" },
  y: { one: "year", many: "years" },
} as const;

export type Unit = keyof typeof units;

export const unitNames = Object.entries(units).map(([unit, { many }]) => ({
  unit: unit as Unit,
  name: many,
}));

export const periods = ["day", "week", "month", "quarter", "year"] as const;
export type Period = (typeof periods)[number];

export type Duration = { count: number; unit: Unit };

/** `7d`, `24h`, `3mo` */
export function parseDuration(text: string): Duration | undefined {
  const [, digits = "", unit = ""] = /^(\d{1,4})(m|h|d|w|mo|y)$/.exec(text) ?? [];
  const count = Number(digits);
  return count >= 1 ? { count, unit: unit as Unit } : undefined;
}

export function formatDuration({ count, unit }: Duration): string {
  return `${count}${unit}`;
}

/** `7 days` */
export function durationWords({ count, unit }: Duration): string {
  return count === 1 ? units[unit].one : `${count} ${units[unit].many}`;
}

/** As Postgres reads an interval. */
export function intervalLiteral({ count, unit }: Duration): string {
  return `${count} ${units[unit].many}`;
}

export function isPeriod(text: string): text is Period {
  return (periods as readonly string[]).includes(text);
}

/** `today`, `this week` */
export function periodWords(period: Period): string {
  return period === "day" ? "today" : `this ${period}`;
}
