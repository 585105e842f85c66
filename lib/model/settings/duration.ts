// Pure: lengths of time in writing: `90m`, `1h 30m` and ISO 8601, as milliseconds.
import { type About, type Parsed, right, type Setting, wrong } from "@/lib/model/settings/setting";

type DurationOptions = About & {
  /** In writing. */
  default: string;
  min?: string;
  max?: string;
};

const unitMs: Record<string, number> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

const amounts = /(\d+(?:\.\d+)?)\s*(ms|min|[smhdw])/gi;
const written = /^(\d+(\.\d+)?\s*(ms|min|[smhdw])\s*)+$/i;
const iso =
  /^P(?=.)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i;
const calendar = /^P[^T]*\d[YM]/i;

/** Its value is a number of milliseconds. */
export function duration({ default: fallback, min, max, ...about }: DurationOptions) {
  const from = min === undefined ? 0 : required(min);
  const to = max === undefined ? Number.MAX_SAFE_INTEGER : required(max);
  const limits = [min && `${min} or more`, max && `${max} or less`].filter(Boolean).join(", ");
  return {
    about,
    facts: { kind: "duration", ...(limits && { limits }) },
    default: required(fallback),
    format: formatDuration,
    parse(text) {
      const parsed = parseDuration(text);
      if (!parsed.ok || (parsed.value >= from && parsed.value <= to)) return parsed;
      return wrong(parsed.value < from ? `Enter ${min} or more.` : `Enter ${max} or less.`);
    },
  } satisfies Setting<number>;
}

export function parseDuration(given: string): Parsed<number> {
  const text = given.trim();
  if (calendar.test(text)) {
    return wrong("Years and months differ in length. Enter weeks or days: P90D or 90d.");
  }
  const parts = iso.exec(text)?.slice(1);
  const ms = parts
    ? sum(parts.map((amount, index) => [amount ?? "0", isoUnits[index] ?? "ms"]))
    : written.test(text) &&
      sum([...text.matchAll(amounts)].map(([, amount = "0", unit = "ms"]) => [amount, unit]));
  if (ms === false)
    return wrong("Enter a length of time with its unit, such as 90m, 1h 30m or PT90M.");
  if (!Number.isSafeInteger(ms)) return wrong("Enter a length of time of whole milliseconds.");
  return right(ms);
}

const isoUnits = ["w", "d", "h", "m", "s"];

function sum(parts: [amount: string, unit: string][]): number {
  // To a thousandth of a millisecond: 0.1 s is no binary fraction.
  const total = parts.reduce(
    (ms, [amount, unit]) => ms + Number(amount) * (unitMs[unit.toLowerCase()] ?? Number.NaN),
    0,
  );
  return Math.round(total * 1_000) / 1_000;
}

/** "1h 30m" */
export function formatDuration(ms: number): string {
  let rest = ms;
  const parts = ["d", "h", "m", "s", "ms"].flatMap((unit) => {
    const length = unitMs[unit] ?? 1;
    const amount = Math.floor(rest / length);
    rest -= amount * length;
    return amount > 0 ? [`${amount}${unit}`] : [];
  });
  return parts.join(" ") || "0s";
}

/** For what a declaration says, which is right or a mistake in the code. */
function required(text: string): number {
  const parsed = parseDuration(text);
  if (!parsed.ok) throw new Error(`"${text}" is no duration. ${parsed.problem}`);
  return parsed.value;
}
