// Server or client: what the id in a field's control refers to, as long as it is the one that was loaded.
import { RelationCell } from "@/components/list/relation-cell";
import type { Literal } from "@/lib/model/literal";
import { type Page, type Related, targetOf } from "@/lib/model/page";
import type { Field } from "@/lib/model/resource";

type RelationTargetProps = {
  field: Field;
  /** As it stands in the control. */
  literal: Literal;
  people: Page["people"];
  related?: Related;
};

/** Nothing for people, whom their own control names. */
export function RelationTarget({ field, literal, people, related }: RelationTargetProps) {
  const target = field.isPerson ? undefined : targetOf(field, literal, { people, related });
  // An id that was typed since has not been looked for.
  if (!target?.href || literal === null) return null;
  return (
    <p className="text-xs text-muted">
      <RelationCell {...{ target, literal, people }} isPerson={false} />
    </p>
  );
}
