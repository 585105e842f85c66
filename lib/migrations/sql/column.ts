// Pure: what a column's definition asks of the table that it is added to.
import type { ColumnDef, Constraint, Node } from "libpg-query";
import { addedConstraint } from "@/lib/migrations/sql/constraint";
import { literalsIn } from "@/lib/migrations/sql/literals";
import { part, typeOf } from "@/lib/migrations/sql/names";
import { functionsIn, isSerial, typeNeeds } from "@/lib/migrations/sql/needs";
import { volatilityOf } from "@/lib/migrations/sql/volatility";
import type { Cost, Effect, ObjectRef, StatementFacts, TableRef } from "@/lib/model/migrations/sql";

export type AddedColumn = {
  makes: ObjectRef[];
  /** Of adding it to a table that exists. */
  effects: Effect[];
  /** Only on tables that its foreign keys refer to. */
  parents: Effect[];
  facts: Pick<StatementFacts, "needs" | "columnTypes" | "literals">;
};

export function addedColumn(column: ColumnDef, table: TableRef): AddedColumn {
  const constraints = constraintsOf(column.constraints);
  const added = constraints.flatMap((constraint) => addedConstraint(constraint, table) ?? []);
  const name = column.colname ?? "";
  const type = typeOf(column.typeName);
  return {
    makes: [part("column", name, table), ...added.flatMap(({ makes }) => makes)],
    effects: [
      {
        ...addition(column, constraints),
        table,
        action: "Add column",
        lock: "AccessExclusiveLock",
      },
      ...added.flatMap(({ own, parents }) => [own, ...parents]),
    ],
    parents: added.flatMap(({ parents }) => parents),
    facts: {
      needs: [...typeNeeds(type), ...constraints.flatMap(({ raw_expr }) => functionsIn(raw_expr))],
      columnTypes: [{ table, column: name, type, hasUsing: false }],
      literals: constraints.flatMap(({ raw_expr }) => literalsIn(raw_expr, type)),
    },
  };
}

export function constraintsOf(nodes: Node[] | undefined): Constraint[] {
  return (nodes ?? []).flatMap((node) => ("Constraint" in node ? [node.Constraint] : []));
}

function addition(column: ColumnDef, constraints: Constraint[]): { cost: Cost; note: string } {
  const of = (type: Constraint["contype"]) => constraints.find(({ contype }) => contype === type);
  const type = typeOf(column.typeName);
  if (isSerial(type)) return { cost: "rewrite", note: `${type.name} numbers every row` };
  if (of("CONSTR_IDENTITY")) return { cost: "rewrite", note: "identity numbers every row" };
  const generated = of("CONSTR_GENERATED");
  if (generated && generated.generated_kind !== "v") {
    return { cost: "rewrite", note: "the value is computed and stored for every row" };
  }
  const initial = of("CONSTR_DEFAULT");
  const volatility = volatilityOf(initial?.raw_expr);
  if (volatility?.isCertain) {
    return { cost: "rewrite", note: `${volatility.cause} gives every row a value of its own` };
  }
  if (volatility) {
    return { cost: "rewrite", note: `rewrites unless ${volatility.cause} is stable or immutable` };
  }
  const isRequired = of("CONSTR_NOTNULL") ?? of("CONSTR_PRIMARY");
  if (isRequired && !generated && (!initial || isNull(initial.raw_expr))) {
    return { cost: "fails unless empty", note: "NOT NULL without a default" };
  }
  return { cost: "none", note: initial ? "the default is one value for all rows" : "no value yet" };
}

function isNull(expression: Node | undefined): boolean {
  return expression !== undefined && "A_Const" in expression && expression.A_Const.isnull === true;
}
