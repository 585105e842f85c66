// Pure: CREATE TABLE, which locks nothing but the tables it refers to.
import type { CreateStmt, CreateTableAsStmt } from "libpg-query";
import { addedColumn, constraintsOf } from "@/lib/migrations/sql/column";
import { addedConstraint } from "@/lib/migrations/sql/constraint";
import { literalsIn } from "@/lib/migrations/sql/literals";
import { object, said, tableOf, tablesOf } from "@/lib/migrations/sql/names";
import { functionsIn } from "@/lib/migrations/sql/needs";
import { nodesIn, type Reading } from "@/lib/migrations/sql/reading";
import { tablesRead } from "@/lib/migrations/sql/tables-read";
import type { Effect } from "@/lib/model/migrations/sql";

export function createTable(statement: CreateStmt): Reading {
  const table = tableOf(statement.relation);
  const elements = statement.tableElts ?? [];
  const columns = elements.flatMap((node) =>
    "ColumnDef" in node ? [addedColumn(node.ColumnDef, table)] : [],
  );
  const constraints = constraintsOf(elements);
  const added = constraints.flatMap((constraint) => addedConstraint(constraint, table) ?? []);
  const expressions = constraints.flatMap(({ raw_expr }) => raw_expr ?? []);
  return {
    kind: "Create table",
    summary: `Create table ${said(table)}`,
    makes: [
      object("table", table),
      ...columns.flatMap(({ makes }) => makes),
      ...added.flatMap(({ makes }) => makes),
    ],
    isConditional: statement.if_not_exists ?? false,
    effects: [
      ...parentsOf(statement),
      ...columns.flatMap(({ parents }) => parents),
      ...added.flatMap(({ parents }) => parents),
    ],
    facts: {
      needs: [...columns.flatMap(({ facts }) => facts.needs), ...functionsIn(expressions)],
      columnTypes: columns.flatMap(({ facts }) => facts.columnTypes),
      literals: [...columns.flatMap(({ facts }) => facts.literals), ...literalsIn(expressions)],
    },
  };
}

function parentsOf(statement: CreateStmt): Effect[] {
  const isPartition = statement.partbound !== undefined;
  const inherited = tablesOf(statement.inhRelations).map(
    (table): Effect => ({
      table,
      action: isPartition ? "Create partition" : "Inherit",
      lock: isPartition ? "AccessExclusiveLock" : "ShareUpdateExclusiveLock",
      cost: "none",
      note: isPartition ? "the list of its partitions changes" : "it gets a child",
    }),
  );
  const alike = nodesIn(statement.tableElts, "TableLikeClause").map(
    ({ relation }): Effect => ({
      table: tableOf(relation),
      action: "Create table",
      lock: "AccessShareLock",
      cost: "none",
      note: "its columns are copied",
    }),
  );
  return [...inherited, ...alike];
}

export function createTableAs(statement: CreateTableAsStmt): Reading {
  const table = tableOf(statement.into?.rel);
  const isView = statement.objtype === "OBJECT_MATVIEW";
  const kind = isView ? "Create materialized view" : "Create table";
  return {
    kind,
    summary: `${kind} ${said(table)} from a query`,
    makes: [object(isView ? "view" : "table", table)],
    isConditional: statement.if_not_exists ?? false,
    effects: tablesRead(statement.query, kind),
    facts: { literals: literalsIn(statement.query), needs: functionsIn(statement.query) },
  };
}
