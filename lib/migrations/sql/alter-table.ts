// Server: ALTER TABLE, whose parts run in one pass under the strongest of their locks.
import "server-only";
import type { AlterTableCmd, AlterTableStmt } from "libpg-query";
import { alteredColumn } from "@/lib/migrations/sql/alter-column";
import { alteredConstraint } from "@/lib/migrations/sql/alter-constraint";
import type { AlterPart } from "@/lib/migrations/sql/alter-part";
import { alteredPartition, alteredWhole } from "@/lib/migrations/sql/alter-whole";
import { mergedFacts } from "@/lib/migrations/sql/merged-facts";
import { isSame, said, tableOf } from "@/lib/migrations/sql/names";
import type { Reading } from "@/lib/migrations/sql/reading";
import { strongest } from "@/lib/migrations/sql/strength";
import type { Effect, KnownTables, TableRef } from "@/lib/model/migrations/sql";

type Known = KnownTables | undefined;

export function alterTable(statement: AlterTableStmt, known: Known): Reading {
  const relation = tableOf(statement.relation);
  if (statement.objtype === "OBJECT_INDEX") {
    // Locks the index only.
    return { kind: "Alter index", summary: `Alter index ${said(relation)}` };
  }
  const parts = (statement.cmds ?? []).flatMap((node) =>
    "AlterTableCmd" in node ? [partOf(node.AlterTableCmd, relation, known)] : [],
  );
  const [first] = parts;
  const isSingle = parts.length === 1;
  return {
    kind: isSingle && first ? first.action : "Alter table",
    summary:
      isSingle && first
        ? `${capitalised(first.phrase)} ${first.joint} ${said(relation)}`
        : `Alter ${said(relation)}: ${parts.map(({ phrase }) => phrase).join(", ")}`,
    makes: parts.flatMap(({ makes }) => makes ?? []),
    drops: parts.flatMap(({ drops }) => drops ?? []),
    isConditional:
      (statement.missing_ok ?? false) || parts.every(({ isConditional }) => isConditional),
    effects: underOneLock(
      parts.flatMap(({ effects }) => effects),
      relation,
    ),
    facts: mergedFacts(parts.map(({ facts }) => facts ?? {})),
  };
}

function underOneLock(effects: Effect[], table: TableRef): Effect[] {
  const own = effects.filter((effect) => isSame(effect.table, table));
  const lock = strongest(own.map((effect) => effect.lock));
  return effects.map((effect) => (isSame(effect.table, table) ? { ...effect, lock } : effect));
}

function partOf(command: AlterTableCmd, table: TableRef, known: Known): AlterPart {
  return (
    alteredColumn(command, table, known) ??
    alteredConstraint(command, table, known) ??
    alteredPartition(command, table) ??
    alteredWhole(command, table)
  );
}

function capitalised(phrase: string): string {
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}
