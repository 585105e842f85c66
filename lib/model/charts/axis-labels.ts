// Pure: what stands under the ticks of a time axis.

const [hour, day, month, year] = [3_600_000, 86_400_000, 28 * 86_400_000, 365 * 86_400_000];

const utc = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...options });

const formats = {
  year: utc({ year: "numeric" }),
  monthOfYear: utc({ month: "short", year: "numeric" }),
  month: utc({ month: "short" }),
  day: utc({ day: "numeric", month: "short" }),
  time: utc({ hour: "2-digit", minute: "2-digit" }),
};

/** @param step between two ticks, in ms; the year and the day are said where they begin */
export function axisLabels(ticks: number[], step: number): string[] {
  return ticks.map((tick, index) => {
    const date = new Date(tick);
    if (step >= year) return formats.year.format(date);
    const isNewYear =
      index === 0 || date.getUTCFullYear() !== new Date(ticks[index - 1] ?? tick).getUTCFullYear();
    if (step >= month) return (isNewYear ? formats.monthOfYear : formats.month).format(date);
    if (step >= day) return formats.day.format(date);
    return tick % day === 0 && step <= 12 * hour
      ? formats.day.format(date)
      : formats.time.format(date);
  });
}
