// Pure: settings that are numbers: JavaScript's where they hold the digits, texts of digits where they must be exact.
import { keepsDigits } from "@/lib/model/float-digits";
import { type About, type Parsed, right, type Setting, wrong } from "@/lib/model/settings/setting";

type NumberOptions<T> = About & {
  default: T;
  min?: T;
  max?: T;
  integer?: boolean;
  /** Plural, shown behind the control: `minutes`. */
  unit?: string;
};

const shape = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
const plainShape = /^[+-]?\d+(\.\d+)?$/;

export function number({ default: fallback, ...options }: NumberOptions<number>): Setting<number> {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, integer } = options;
  return {
    ...described(options),
    default: fallback,
    format: String,
    parse(given) {
      const text = given.trim();
      if (!shape.test(text)) return notANumber(integer);
      const value = Number(text);
      if (!Number.isFinite(value) || !keepsDigits(text, text, false)) {
        return wrong("This has more digits than a JavaScript number holds. Enter fewer.");
      }
      if (integer && !Number.isInteger(value)) return wrong("Enter a whole number.");
      return value >= min && value <= max ? right(value) : outside(options);
    },
  };
}

/** A number whose every digit counts: its value is its text. */
export function decimal({ default: fallback, ...options }: NumberOptions<string>): Setting<string> {
  const { min, max, integer } = options;
  return {
    ...described(options),
    default: fallback,
    format: (value) => value,
    parse(given): Parsed<string> {
      const text = given.trim();
      if (!plainShape.test(text)) return notANumber(integer);
      if (integer && text.includes(".")) return wrong("Enter a whole number.");
      const isInside =
        (min === undefined || compare(text, min) >= 0) &&
        (max === undefined || compare(text, max) <= 0);
      return isInside ? right(text) : outside(options);
    },
  };
}

type Bounds = { min?: number | string; max?: number | string; unit?: string };

function described({ integer, unit, min, max, ...about }: Omit<NumberOptions<unknown>, "default">) {
  const limits = inWords({ min, max } as Bounds);
  return {
    about: about as About,
    facts: {
      kind: "number" as const,
      ...(unit && { unit }),
      ...(integer && { isInteger: true }),
      ...(limits && { limits }),
    },
  };
}

function inWords({ min, max }: Bounds): string | undefined {
  if (min !== undefined && max !== undefined) return `${min} to ${max}`;
  if (min !== undefined) return `${min} or more`;
  return max === undefined ? undefined : `${max} or less`;
}

function outside(bounds: Bounds) {
  return wrong(`Enter ${inWords(bounds)}${bounds.unit ? ` ${bounds.unit}` : ""}.`);
}

function notANumber(isInteger: boolean | undefined) {
  return wrong(isInteger ? "Enter a whole number, such as 12." : "Enter a number, such as 12.5.");
}

/** Exact, whatever the length. */
function compare(a: string, b: string): number {
  const places = Math.max(fractionOf(a).length, fractionOf(b).length);
  const difference = scaled(a, places) - scaled(b, places);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function scaled(text: string, places: number): bigint {
  const [whole = "0"] = text.replace("+", "").split(".");
  return BigInt(whole + fractionOf(text).padEnd(places, "0"));
}

function fractionOf(text: string): string {
  return text.split(".")[1] ?? "";
}
