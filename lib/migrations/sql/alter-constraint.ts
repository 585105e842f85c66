// Pure: the parts of ALTER TABLE that add, drop and check constraints.
import type { AlterTableCmd } from "libpg-query";
import type { AlterPart } from "@/lib/migrations/sql/alter-part";
import { addedConstraint, saidConstraint } from "@/lib/migrations/sql/constraint";
import { foreignKeysOf, tableRef } from "@/lib/migrations/sql/known-tables";
import { literalsIn } from "@/lib/migrations/sql/literals";
import { part } from "@/lib/migrations/sql/names";
import { functionsIn } from "@/lib/migrations/sql/needs";
import type { Effect, KnownTables, LockMode, TableRef } from "@/lib/model/migrations/sql";

export function alteredConstraint(
  command: AlterTableCmd,
  table: TableRef,
  known: KnownTables | undefined,
): AlterPart | undefined {
  const name = command.name ?? "";
  const keyTo = foreignKeysOf(known, table).find((key) => key.name === name)?.parent;
  const onParent = (action: string, lock: LockMode, note: string): Effect[] =>
    keyTo ? [{ table: tableRef(keyTo), action, lock, cost: "none", note }] : [];
  switch (command.subtype) {
    case "AT_AddConstraint": {
      if (!command.def || !("Constraint" in command.def)) return;
      const constraint = command.def.Constraint;
      const added = addedConstraint(constraint, table);
      if (!added) return;
      const { action, makes, own, parents } = added;
      return {
        action,
        phrase: `${action.toLowerCase()} ${saidConstraint(constraint)}`.trimEnd(),
        joint: "to",
        makes,
        effects: [own, ...parents],
        facts: {
          literals: literalsIn(constraint.raw_expr),
          needs: functionsIn(constraint.raw_expr),
        },
      };
    }
    case "AT_DropConstraint": {
      const action = "Drop constraint";
      const note = known
        ? "rows stay as they are"
        : "locks the other table too if it is a foreign key";
      return {
        action,
        phrase: `drop constraint ${name}`,
        joint: "from",
        drops: [part("constraint", name, table)],
        effects: [
          { table, action, lock: "AccessExclusiveLock", cost: "none", note },
          ...onParent(action, "AccessExclusiveLock", "the foreign key to it ends"),
        ],
        facts: { cascades: command.behavior === "DROP_CASCADE" },
        isConditional: command.missing_ok ?? false,
      };
    }
    case "AT_ValidateConstraint": {
      const action = "Validate constraint";
      const lock = "ShareUpdateExclusiveLock";
      return {
        action,
        phrase: `validate constraint ${name}`,
        joint: "of",
        effects: [
          { table, action, lock, cost: "scan", note: "checks every row while others write" },
          ...onParent(action, "RowShareLock", "rows are looked up in it"),
        ],
      };
    }
    default:
      return;
  }
}
