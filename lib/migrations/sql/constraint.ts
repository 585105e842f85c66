// Pure: what adding a constraint does to its table and to the table that it refers to.
import type { Constraint } from "libpg-query";
import { isSame, part, said, tableOf, wordsOf } from "@/lib/migrations/sql/names";
import type { Cost, Effect, ObjectRef, TableRef } from "@/lib/model/migrations/sql";

export type AddedConstraint = {
  action: string;
  makes: ObjectRef[];
  /** What it asks of its own table; nothing of a table that is only being made. */
  own: Effect;
  /** On the table that a foreign key refers to. */
  parents: Effect[];
};

/** Undefined for what is no constraint of its own: defaults, NOT NULL, deferrability. */
export function addedConstraint(
  constraint: Constraint,
  table: TableRef,
): AddedConstraint | undefined {
  const rule = ruleOf(constraint);
  if (!rule) return;
  const { action, cost, note } = rule;
  const isForeignKey = constraint.contype === "CONSTR_FOREIGN";
  return {
    action,
    makes: constraint.conname ? [part("constraint", constraint.conname, table)] : [],
    own: {
      table,
      action,
      lock: isForeignKey ? "ShareRowExclusiveLock" : "AccessExclusiveLock",
      cost,
      note,
    },
    parents: isForeignKey ? parentEffects(tableOf(constraint.pktable), table, action) : [],
  };
}

type Rule = { action: string; cost: Cost; note: string };

function ruleOf(constraint: Constraint): Rule | undefined {
  const isUnchecked = constraint.skip_validation === true || constraint.is_enforced === false;
  const unchecked = { cost: "none", note: "NOT VALID: rows that exist are not checked" } as const;
  switch (constraint.contype) {
    case "CONSTR_FOREIGN": {
      const action = "Add foreign key";
      const parent = said(tableOf(constraint.pktable));
      if (isUnchecked) return { action, ...unchecked };
      return { action, cost: "scan", note: `looks every row up in ${parent}` };
    }
    case "CONSTR_CHECK":
      if (isUnchecked) return { action: "Add check", ...unchecked };
      return { action: "Add check", cost: "scan", note: "checks every row" };
    case "CONSTR_UNIQUE":
    case "CONSTR_PRIMARY": {
      const isPrimary = constraint.contype === "CONSTR_PRIMARY";
      const action = isPrimary ? "Add primary key" : "Add unique constraint";
      if (!constraint.indexname) return { action, cost: "index build", note: "builds an index" };
      if (!isPrimary) return { action, cost: "none", note: "takes over an index that exists" };
      const note = "takes over an index, and checks for NULL unless the columns are NOT NULL";
      return { action, cost: "scan", note };
    }
    case "CONSTR_EXCLUSION":
      return { action: "Add exclusion constraint", cost: "index build", note: "builds an index" };
    default:
      return;
  }
}

function parentEffects(parent: TableRef, table: TableRef, action: string): Effect[] {
  if (isSame(parent, table)) return [];
  const note = "its rows cannot be written while it learns of the foreign key";
  return [{ table: parent, action, lock: "ShareRowExclusiveLock", cost: "none", note }];
}

/** `name (a, b)`, or what there is of it. */
export function saidConstraint(constraint: Constraint): string {
  const columns = wordsOf(constraint.keys ?? constraint.fk_attrs).join(", ");
  if (constraint.conname) return constraint.conname;
  return columns === "" ? "" : `(${columns})`;
}
