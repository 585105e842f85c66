// Server or client: a cell's literal as a person reads it; the literal itself is one hover away.
import { Check, Minus } from "lucide-react";
import { OptionBadge } from "@/components/list/option-badge";
import { PersonName, ShortId } from "@/components/list/person-name";
import { RelationCell } from "@/components/list/relation-cell";
import { RelativeTime } from "@/components/ui/relative-time";
import { instantOf, isInstant } from "@/lib/model/instant";
import { type Cell, cellText, type Page, personOf, type Related, targetOf } from "@/lib/model/page";
import type { Field } from "@/lib/model/resource";

type LiteralViewProps = {
  field: Field;
  cell: Cell;
  people: Page["people"];
  related?: Related;
  /** The view stands in a link of its own. */
  isInLink?: boolean;
  zone: string;
  /** The time of the answer, so that server and browser agree on "3 min ago". */
  now: Date;
};

export function LiteralView({ field, cell, people, zone, now, ...relation }: LiteralViewProps) {
  const literal = cellText(cell);
  if (literal === null) return <NullTag />;
  if (literal === "") return <span className="font-mono text-faint">""</span>;
  const target = targetOf(field, literal, { people, related: relation.related });
  if (target) {
    const { isInLink } = relation;
    return <RelationCell {...{ target, literal, people, isInLink }} isPerson={field.isPerson} />;
  }
  if (field.isPerson && personOf(people, literal))
    return <PersonName id={literal} people={people} />;
  if (field.kind === "enum" || field.display === "badge") return <OptionBadge option={literal} />;
  if (field.kind === "boolean") return <Truth value={literal === "true"} />;
  if (field.kind === "uuid") return <ShortId id={literal} />;
  if (isInstant(field)) {
    const at = instantOf(literal, zone);
    if (at) return <RelativeTime at={at} literal={withZone(literal, field, zone)} now={now} />;
  }
  const isWords = field.kind === "text";
  return (
    <span title={titleOf(cell)} className={isWords ? undefined : "font-mono text-[0.945em]"}>
      {literal.replace(/\s+/g, " ")}
      {Array.isArray(cell) && "…"}
    </span>
  );
}

function NullTag() {
  return (
    <span className="rounded-sm border border-line px-1 font-mono text-2xs text-faint">null</span>
  );
}

function Truth({ value }: { value: boolean }) {
  return value ? (
    <>
      <Check aria-hidden className="inline size-4 text-green" />
      <span className="sr-only">true</span>
    </>
  ) : (
    <>
      <Minus aria-hidden className="inline size-4 text-faint" />
      <span className="sr-only">false</span>
    </>
  );
}

function withZone(literal: string, field: Field, zone: string): string {
  return field.kind === "timestamp" ? `${literal} ${zone}` : literal;
}

function titleOf(cell: Cell): string | undefined {
  if (!Array.isArray(cell)) return cell !== null && cell.length > 24 ? cell : undefined;
  return `${cell[0]}…\n${cell[1].toLocaleString("en")} characters`;
}
