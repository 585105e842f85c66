// Pure: what an undeclared text looks like, so that the right control can be offered for it.
import { jsonFaultAt } from "@/lib/model/json-fault";
import type { SettingKind } from "@/lib/model/settings/facts";

type Guess = Extract<
  SettingKind,
  "boolean" | "number" | "url" | "email" | "json" | "duration" | "colour" | "cron"
>;

const shapes: [Guess, RegExp][] = [
  ["boolean", /^(true|false|yes|no|on|off)$/i],
  // A leading zero means something to a telephone number or a postal code.
  ["number", /^[+-]?(0|[1-9]\d*)(\.\d+)?$/],
  ["url", /^https?:\/\/\S+$/i],
  ["email", /^[^\s@]+@[^\s@]+\.[^\s@]+$/],
  ["colour", /^#([0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/i],
  ["duration", /^(P(?=[\dT])[\dYMWDTHS.]+|(\d+(\.\d+)?(ms|min|[smhdw])\s*)+)$/],
  ["cron", /^([\d*/,-]+\s+){4}[\d*/,a-z-]+$/i],
];

/** @returns `undefined` for what is just text */
export function guessKind(literal: string): Guess | undefined {
  const found = shapes.find(([, shape]) => shape.test(literal));
  if (found) return found[0];
  return /^\s*[[{]/.test(literal) && jsonFaultAt(literal) === undefined ? "json" : undefined;
}
