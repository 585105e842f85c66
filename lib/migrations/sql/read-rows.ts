// Pure: statements that read and write rows.
import type { Node } from "libpg-query";
import { literalsIn } from "@/lib/migrations/sql/literals";
import { object, said, tableOf, wordsOf } from "@/lib/migrations/sql/names";
import { functionsIn } from "@/lib/migrations/sql/needs";
import { nodesIn, type Readers } from "@/lib/migrations/sql/reading";
import { tablesRead } from "@/lib/migrations/sql/tables-read";
import { counted } from "@/lib/model/counted";
import type { Effect, TableRef } from "@/lib/model/migrations/sql";

export const rowReaders: Readers = {
  InsertStmt: (statement) => {
    const table = tableOf(statement.relation);
    const query = nodesIn(statement.selectStmt, "SelectStmt")[0];
    const rows = query ? query.valuesLists?.length : 1;
    const amount = rows === undefined ? "rows of a query" : counted(rows, "row");
    const insert = writes(table, "Insert", "none", amount);
    return {
      kind: "Insert",
      summary: `Insert ${amount} into ${said(table)}`,
      effects: [insert, ...read("Insert", statement.selectStmt, ...ctes(statement.withClause))],
      facts: {
        literals: literalsIn(statement.selectStmt),
        needs: functionsIn(statement.selectStmt),
      },
    };
  },
  UpdateStmt: (statement) => {
    const table = tableOf(statement.relation);
    const which = statement.whereClause ? "rows" : "every row";
    const parts = [
      ...(statement.targetList ?? []),
      ...(statement.whereClause ? [statement.whereClause] : []),
    ];
    const note = `${which} written anew; the old versions stay until a vacuum`;
    return {
      kind: statement.whereClause ? "Update" : "Update every row",
      summary: `Update ${which} of ${said(table)}`,
      effects: [
        writes(table, "Update", "backfill", note),
        ...read("Update", ...parts, ...(statement.fromClause ?? []), ...ctes(statement.withClause)),
      ],
      facts: { literals: literalsIn(parts), needs: functionsIn(parts) },
    };
  },
  DeleteStmt: (statement) => {
    const table = tableOf(statement.relation);
    const isWhole = statement.whereClause === undefined;
    const which = isWhole ? "every row" : "rows";
    return {
      kind: isWhole ? "Delete every row" : "Delete",
      summary: `Delete ${which} of ${said(table)}`,
      effects: [
        writes(table, "Delete", "backfill", `${which} deleted; their space stays until a vacuum`),
        ...read(
          "Delete",
          ...(statement.usingClause ?? []),
          ...(statement.whereClause ? [statement.whereClause] : []),
          ...ctes(statement.withClause),
        ),
      ],
      facts: {
        literals: literalsIn(statement.whereClause),
        destroys: isWhole ? [{ ...object("table", table), how: "emptied" }] : [],
      },
    };
  },
  MergeStmt: (statement) => {
    const table = tableOf(statement.relation);
    return {
      kind: "Merge",
      summary: `Merge rows into ${said(table)}`,
      effects: [
        writes(table, "Merge", "backfill", "rows written anew"),
        ...read("Merge", statement.sourceRelation),
      ],
    };
  },
  SelectStmt: (statement, { source }) => {
    const tree: Node = { SelectStmt: statement };
    const settings = nodesIn(tree, "FuncCall")
      .filter((call) => wordsOf(call.funcname).at(-1) === "set_config")
      .flatMap((call) => nodesIn(call.args?.[0], "A_Const").map(({ sval }) => sval?.sval ?? ""));
    const into = statement.intoClause?.rel;
    return {
      makes: into ? [object("table", tableOf(into))] : [],
      kind: "Query",
      summary: source.replace(/\s+/g, " ").slice(0, 80),
      effects: tablesRead(tree, "Query").map((effect) =>
        statement.lockingClause ? { ...effect, lock: "RowShareLock" } : effect,
      ),
      facts: { literals: literalsIn(tree), needs: functionsIn(tree), sets: settings },
    };
  },
  CopyStmt: (statement) => {
    const table = tableOf(statement.relation);
    const isInput = statement.is_from === true && !statement.filename;
    const effects = statement.is_from
      ? [writes(table, "Copy", "none", "rows written")]
      : tablesRead(statement.query ?? [], "Copy");
    return {
      kind: "Copy",
      summary: `Copy ${statement.is_from ? "into" : "from"} ${said(table)}`,
      effects,
      facts: { waitsForInput: isInput },
    };
  },
};

function writes(table: TableRef, action: string, cost: Effect["cost"], note: string): Effect {
  return { table, action, lock: "RowExclusiveLock", cost, note };
}

function read(action: string, ...trees: (Node | undefined)[]): Effect[] {
  return tablesRead(
    trees.flatMap((tree) => tree ?? []),
    action,
  );
}

function ctes(clause: { ctes?: Node[] } | undefined): Node[] {
  return clause?.ctes ?? [];
}
