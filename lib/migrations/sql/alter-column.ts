// Server: the parts of ALTER TABLE that change one column.
import "server-only";
import type { AlterTableCmd } from "libpg-query";
import type { AlterPart } from "@/lib/migrations/sql/alter-part";
import { addedColumn } from "@/lib/migrations/sql/column";
import {
  columnOf,
  foreignKeysOf,
  foreignKeysTo,
  tableRef,
} from "@/lib/migrations/sql/known-tables";
import { literalsIn } from "@/lib/migrations/sql/literals";
import { part, saidType, typeOf } from "@/lib/migrations/sql/names";
import { functionsIn, typeNeeds } from "@/lib/migrations/sql/needs";
import { typeChange } from "@/lib/migrations/sql/type-change";
import type { Effect, KnownTables, TableRef } from "@/lib/model/migrations/sql";

type Known = KnownTables | undefined;

export function alteredColumn(
  command: AlterTableCmd,
  table: TableRef,
  known: Known,
): AlterPart | undefined {
  const name = command.name ?? "";
  const instant = (action: string, phrase: string, note: string): AlterPart => ({
    action,
    phrase,
    joint: "in",
    effects: [{ table, action, lock: "AccessExclusiveLock", cost: "none", note }],
  });
  switch (command.subtype) {
    case "AT_AddColumn":
      return addColumn(command, table);
    case "AT_DropColumn":
      return dropColumn(command, table, known);
    case "AT_AlterColumnType":
      return changeType(command, table, known);
    case "AT_SetNotNull": {
      const action = "Set not null";
      const isProven = columnOf(known, table, name)?.hasNotNullCheck ?? false;
      const note = known ? "checks every row" : "checks every row unless a validated CHECK says it";
      const cost = isProven
        ? { cost: "none" as const, note: "a validated CHECK says it already" }
        : { cost: "scan" as const, note };
      const effects: Effect[] = [{ table, action, lock: "AccessExclusiveLock", ...cost }];
      return { action, phrase: `set not null on ${name}`, joint: "in", effects };
    }
    case "AT_DropNotNull":
      return instant("Drop not null", `drop not null of ${name}`, "rows stay as they are");
    case "AT_ColumnDefault": {
      const action = command.def ? "Set default" : "Drop default";
      const column = { table, name };
      return {
        ...instant(action, `${action.toLowerCase()} of ${name}`, "for new rows only"),
        facts: {
          literals: literalsIn(command.def).map((each) =>
            "type" in each ? each : { ...each, column },
          ),
          needs: functionsIn(command.def),
        },
      };
    }
    case "AT_AddIdentity":
    case "AT_SetIdentity":
      return instant("Set identity", `set identity of ${name}`, "for new rows only");
    case "AT_DropIdentity":
      return instant("Drop identity", `drop identity of ${name}`, "rows stay as they are");
    case "AT_DropExpression":
      return instant("Drop expression", `drop expression of ${name}`, "values that exist stay");
    case "AT_SetStorage":
    case "AT_SetCompression":
      return instant("Set storage", `set storage of ${name}`, "for new rows only");
    case "AT_SetExpression": {
      const action = "Set expression";
      const note = "computes and stores every row's value";
      const effect: Effect = { table, action, lock: "AccessExclusiveLock", cost: "rewrite", note };
      return { action, phrase: `set expression of ${name}`, joint: "in", effects: [effect] };
    }
    case "AT_SetStatistics":
    case "AT_SetOptions":
    case "AT_ResetOptions": {
      const action = "Set column options";
      const lock = "ShareUpdateExclusiveLock";
      const effect: Effect = { table, action, lock, cost: "none", note: "for planning only" };
      return { action, phrase: `set options of ${name}`, joint: "in", effects: [effect] };
    }
    default:
      return;
  }
}

function addColumn(command: AlterTableCmd, table: TableRef): AlterPart | undefined {
  if (!command.def || !("ColumnDef" in command.def)) return;
  const { makes, effects, facts } = addedColumn(command.def.ColumnDef, table);
  return {
    action: "Add column",
    phrase: `add column ${command.def.ColumnDef.colname}`,
    joint: "to",
    makes,
    effects,
    facts,
    isConditional: command.missing_ok ?? false,
  };
}

function dropColumn(command: AlterTableCmd, table: TableRef, known: Known): AlterPart {
  const action = "Drop column";
  const column = part("column", command.name ?? "", table);
  const parents = foreignKeysOf(known, table)
    .filter(({ columns }) => columns.includes(column.name))
    .map(({ parent }) => parent);
  const note = "a foreign key from here goes with it";
  return {
    action,
    phrase: `drop column ${column.name}`,
    joint: "from",
    drops: [column],
    effects: [
      { table, action, lock: "AccessExclusiveLock", cost: "none", note: "rows stay as they are" },
      ...locked(parents, action, note),
    ],
    facts: {
      destroys: [{ ...column, how: "dropped" }],
      cascades: command.behavior === "DROP_CASCADE",
    },
    isConditional: command.missing_ok ?? false,
  };
}

function changeType(command: AlterTableCmd, table: TableRef, known: Known): AlterPart | undefined {
  if (!command.def || !("ColumnDef" in command.def)) return;
  const action = "Change type";
  const name = command.name ?? "";
  const { typeName, raw_default: using } = command.def.ColumnDef;
  const type = typeOf(typeName);
  const change = typeChange(columnOf(known, table, name)?.type, typeName, using);
  const others = [
    ...foreignKeysOf(known, table)
      .filter((key) => key.columns.includes(name))
      .map((key) => key.parent),
    ...foreignKeysTo(known, table)
      .filter((key) => key.parentColumns.includes(name))
      .map((key) => key.table),
  ];
  return {
    action,
    phrase: `change type of ${name} to ${saidType(typeName)}`,
    joint: "in",
    effects: [
      { table, action, lock: "AccessExclusiveLock", ...change },
      ...locked(others, action, "the foreign key between them is built anew"),
    ],
    facts: {
      columnTypes: [{ table, column: name, type, hasUsing: using !== undefined }],
      needs: typeNeeds(type),
    },
  };
}

function locked(tables: string[], action: string, note: string): Effect[] {
  return tables.map((table) => ({
    table: tableRef(table),
    action,
    lock: "AccessExclusiveLock",
    cost: "none",
    note,
  }));
}
