// Pure: from a timestamp's literal to the instant it means, for showing only. What is stored stays the literal.
import type { Field } from "@/lib/model/resource";

const shape = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d):(\d\d)(\.\d+)?)?([+-]\d\d(?::\d\d)?)?$/;

/**
 * @param zone the IANA zone that a literal without an offset is in
 * @returns `undefined` for what JavaScript's dates cannot hold: infinity, BC, years beyond 9999
 */
export function instantOf(literal: string, zone: string): Date | undefined {
  const parts = shape.exec(literal);
  if (!parts) return undefined;
  const [, year, month, day, hour = "00", minute = "00", second = "00", fraction = "", offset] =
    parts;
  const wall = `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction.slice(0, 4)}`;
  const instant = offset
    ? new Date(wall + (offset.length === 3 ? `${offset}:00` : offset))
    : inZone(new Date(`${wall}Z`), zone);
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}

export function isInstant(field: Pick<Field, "kind">): boolean {
  return field.kind === "timestamp" || field.kind === "timestamptz";
}

/** The instant at which clocks in `zone` show what `wall` shows in UTC. */
function inZone(wall: Date, zone: string): Date {
  if (zone === "UTC") return wall;
  // A second pass settles days on which the offset changes.
  const guess = new Date(wall.getTime() - offsetMs(wall, zone));
  return new Date(wall.getTime() - offsetMs(guess, zone));
}

function offsetMs(at: Date, zone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(at);
  const number = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const shown = Date.UTC(
    number("year"),
    number("month") - 1,
    number("day"),
    number("hour"),
    number("minute"),
    number("second"),
  );
  return shown - Math.floor(at.getTime() / 1000) * 1000;
}
