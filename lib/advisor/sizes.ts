// Pure: numbers of rows and bytes as a person says them.
import { counted } from "@/lib/model/counted";

/** "no rows yet", "412 rows", "about 1.2 million rows": big numbers are estimates. */
export function rowCount(rows: number): string {
  if (rows === 0) return "no rows yet";
  return rows < 10_000 ? counted(Math.round(rows), "row") : `about ${compact.format(rows)} rows`;
}

const compact = new Intl.NumberFormat("en", {
  notation: "compact",
  compactDisplay: "long",
  maximumSignificantDigits: 2,
});

const units = ["bytes", "kB", "MB", "GB", "TB"];

export function byteCount(bytes: number): string {
  const power = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), units.length - 1);
  const amount = bytes / 1024 ** power;
  return `${amount.toLocaleString("en", { maximumFractionDigits: amount < 10 ? 1 : 0 })} ${units[power]}`;
}

/** "3 May 2026" */
export function day(at: Date): string {
  return at.toLocaleDateString("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
}
