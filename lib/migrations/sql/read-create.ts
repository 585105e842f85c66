// Pure: statements that make something other than tables.
import type { IndexStmt } from "libpg-query";
import { literalsIn } from "@/lib/migrations/sql/literals";
import {
  object,
  part,
  qualified,
  said,
  tableOf,
  tablesOf,
  typeOf,
  wordsOf,
} from "@/lib/migrations/sql/names";
import { functionsIn, indexNeeds, typeNeeds } from "@/lib/migrations/sql/needs";
import { createTable, createTableAs } from "@/lib/migrations/sql/read-create-table";
import { nodesIn, type Readers, type Reading } from "@/lib/migrations/sql/reading";
import { tablesRead } from "@/lib/migrations/sql/tables-read";
import type { Effect, LockMode, TableRef } from "@/lib/model/migrations/sql";

export const createReaders: Readers = {
  CreateStmt: createTable,
  CreateForeignTableStmt: (statement) => createTable(statement.base ?? {}),
  CreateTableAsStmt: createTableAs,
  IndexStmt: createIndex,
  ViewStmt: (statement) => {
    const view = tableOf(statement.view);
    const replaced: Effect[] = statement.replace
      ? [instant(view, "Create view", "AccessExclusiveLock", "is replaced")]
      : [];
    return {
      kind: "Create view",
      summary: `Create view ${said(view)}`,
      makes: [object("view", view)],
      isConditional: statement.replace ?? false,
      effects: [...replaced, ...tablesRead(statement.query, "Create view")],
      facts: { literals: literalsIn(statement.query), needs: functionsIn(statement.query) },
    };
  },
  CreateSchemaStmt: (statement) => ({
    kind: "Create schema",
    summary: `Create schema ${statement.schemaname}`,
    makes: [object("schema", { schema: null, name: statement.schemaname ?? "" })],
    isConditional: statement.if_not_exists ?? false,
  }),
  CreateExtensionStmt: (statement) => ({
    kind: "Create extension",
    summary: `Create extension ${statement.extname}`,
    makes: [object("extension", { schema: null, name: statement.extname ?? "" })],
    isConditional: statement.if_not_exists ?? false,
  }),
  CreateEnumStmt: (statement) => {
    const type = qualified(statement.typeName);
    const values = wordsOf(statement.vals).map((value) => part("enum value", value, type));
    return { ...createType(type, "enum"), makes: [object("type", type), ...values] };
  },
  CompositeTypeStmt: (statement) => createType(tableOf(statement.typevar), "type"),
  CreateRangeStmt: (statement) => createType(qualified(statement.typeName), "range"),
  CreateDomainStmt: (statement) => ({
    ...createType(qualified(statement.domainname), "domain"),
    facts: { needs: typeNeeds(typeOf(statement.typeName)) },
  }),
  CreateSeqStmt: (statement) => {
    const sequence = tableOf(statement.sequence);
    return {
      kind: "Create sequence",
      summary: `Create sequence ${said(sequence)}`,
      makes: [object("sequence", sequence)],
      isConditional: statement.if_not_exists ?? false,
    };
  },
  CreateFunctionStmt: (statement) => {
    const name = qualified(statement.funcname);
    const kind = statement.is_procedure ? "Create procedure" : "Create function";
    return {
      kind,
      summary: `${kind} ${said(name)}`,
      makes: [object("function", name)],
      isConditional: statement.replace ?? false,
    };
  },
  CreateTrigStmt: (statement) => {
    const table = tableOf(statement.relation);
    const note = "rows cannot be written while it learns of the trigger";
    const others = statement.constrrel ? [tableOf(statement.constrrel)] : [];
    return {
      kind: "Create trigger",
      summary: `Create trigger ${statement.trigname} on ${said(table)}`,
      makes: [part("trigger", statement.trigname ?? "", table)],
      isConditional: statement.replace ?? false,
      effects: [table, ...others].map((each) =>
        instant(each, "Create trigger", "ShareRowExclusiveLock", note),
      ),
      facts: { needs: [object("function", qualified(statement.funcname))] },
    };
  },
  CreatePolicyStmt: (statement) => {
    const table = tableOf(statement.table);
    const expressions = [statement.qual, statement.with_check].flatMap((each) => each ?? []);
    return {
      kind: "Create policy",
      summary: `Create policy ${statement.policy_name} on ${said(table)}`,
      makes: [part("policy", statement.policy_name ?? "", table)],
      effects: [
        instant(table, "Create policy", "AccessExclusiveLock", "rows stay as they are"),
        ...tablesRead(expressions, "Create policy"),
      ],
      facts: { literals: literalsIn(expressions), needs: functionsIn(expressions) },
    };
  },
  AlterPolicyStmt: (statement) => {
    const table = tableOf(statement.table);
    return {
      kind: "Alter policy",
      summary: `Alter policy ${statement.policy_name} on ${said(table)}`,
      effects: [instant(table, "Alter policy", "AccessExclusiveLock", "rows stay as they are")],
    };
  },
  RuleStmt: (statement) => {
    const table = tableOf(statement.relation);
    return {
      kind: "Create rule",
      summary: `Create rule ${statement.rulename} on ${said(table)}`,
      isConditional: statement.replace ?? false,
      effects: [instant(table, "Create rule", "AccessExclusiveLock", "rows stay as they are")],
    };
  },
  CreateStatsStmt: (statement) => ({
    kind: "Create statistics",
    summary: `Create statistics on ${tablesOf(statement.relations).map(said).join(", ")}`,
    isConditional: statement.if_not_exists ?? false,
    effects: tablesOf(statement.relations).map((table) =>
      instant(table, "Create statistics", "ShareUpdateExclusiveLock", "for planning only"),
    ),
  }),
};

function createIndex(statement: IndexStmt): Reading {
  const table = tableOf(statement.relation);
  const kind = statement.unique ? "Create unique index" : "Create index";
  const name = statement.idxname ?? "";
  const expressions = [
    ...nodesIn(statement.indexParams, "IndexElem").flatMap(({ expr }) => expr ?? []),
    ...(statement.whereClause ? [statement.whereClause] : []),
  ];
  return {
    kind,
    summary: `${kind} ${name} on ${said(table)}`.replace("  ", " "),
    makes: name === "" ? [] : [part("index", name, table)],
    isConditional: statement.if_not_exists ?? false,
    effects: [
      {
        table,
        action: kind,
        lock: statement.concurrent ? "ShareUpdateExclusiveLock" : "ShareLock",
        cost: "index build",
        note: "reads every row and sorts the keys",
      },
    ],
    facts: {
      literals: literalsIn(expressions),
      needs: [...indexNeeds(statement), ...functionsIn(expressions)],
      ...(statement.concurrent && { outsideTransaction: "CREATE INDEX CONCURRENTLY" }),
    },
  };
}

function createType(name: TableRef, what: string): Reading {
  return {
    kind: `Create ${what}`,
    summary: `Create ${what} ${said(name)}`,
    makes: [object("type", name)],
  };
}

function instant(table: TableRef, action: string, lock: LockMode, note: string): Effect {
  return { table, action, lock, cost: "none", note };
}
