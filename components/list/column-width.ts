// Pure: how wide a column is, in pixels, before its rows are known, so that nothing shifts when they come.
import type { FieldKind } from "@/lib/model/field-kinds";
import type { Field } from "@/lib/model/resource";

const widths: Partial<Record<FieldKind, number>> = {
  uuid: 104,
  integer: 96,
  decimal: 112,
  float: 112,
  boolean: 88,
  enum: 128,
  timestamp: 128,
  timestamptz: 128,
  date: 112,
  time: 104,
  interval: 128,
  json: 240,
};
const personWidth = 184;
const relationWidth = 216;
const badgeWidth = 128;
const shortTextWidth = 160;
const textWidth = 264;

/** Room for the header's words, its arrow, the button of its menu and the cell's padding. */
function headerWidth({ label }: Field): number {
  return label.length * 7 + 60;
}

export function columnWidth(field: Field): number {
  return Math.max(valueWidth(field), headerWidth(field));
}

function valueWidth(field: Field): number {
  if (field.isPerson) return personWidth;
  if (field.refersTo) return relationWidth;
  if (field.display === "badge") return badgeWidth;
  if (field.kind === "text" && (field.length ?? Infinity) <= 120) return shortTextWidth;
  return widths[field.kind] ?? textWidth;
}
