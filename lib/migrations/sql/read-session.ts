// Pure: statements about the session, and those that look after tables.
import type { TransactionStmt } from "libpg-query";
import {
  namedBy,
  qualified,
  said,
  tableNamed,
  tableOf,
  tablesOf,
} from "@/lib/migrations/sql/names";
import { nodesIn, type Readers } from "@/lib/migrations/sql/reading";
import { type Effect, lockModes } from "@/lib/model/migrations/sql";

export const sessionReaders: Readers = {
  TransactionStmt: (statement) => {
    const words = transactionWords[statement.kind ?? "TRANS_STMT_BEGIN"];
    return { kind: words, summary: words, facts: { transactionControl: words } };
  },
  VariableSetStmt: (statement) => {
    const name = (statement.name ?? "all settings").toLowerCase();
    return {
      kind: "Set",
      summary: `${statement.kind?.startsWith("VAR_RESET") ? "Reset" : "Set"} ${name}`,
      facts: { sets: [name] },
    };
  },
  LockStmt: (statement) => {
    const tables = tablesOf(statement.relations);
    const lock = lockModes[(statement.mode ?? 8) - 1] ?? "AccessExclusiveLock";
    return {
      kind: "Lock",
      summary: `Lock ${tables.map(said).join(", ")}`,
      effects: tables.map((table) => ({
        table,
        action: "Lock",
        lock,
        cost: "none",
        note: "by its own wish",
      })),
    };
  },
  VacuumStmt: (statement) => {
    const words = statement.is_vacuumcmd ? "Vacuum" : "Analyze";
    const tables = nodesIn(statement.rels, "VacuumRelation").map(({ relation }) =>
      tableOf(relation),
    );
    return {
      kind: words,
      summary: [words, tables.map(said).join(", ")].join(" ").trimEnd(),
      effects: tables.map((table) => ({
        table,
        action: words,
        lock: "ShareUpdateExclusiveLock",
        cost: "scan",
        note: "reads rows while others write",
      })),
      ...(statement.is_vacuumcmd && { facts: { outsideTransaction: "VACUUM" } }),
    };
  },
  ReindexStmt: (statement) => {
    const table = tableOf(statement.relation);
    const isTable = statement.kind === "REINDEX_OBJECT_TABLE";
    const isWide = !statement.relation;
    const isConcurrent = nodesIn(statement.params, "DefElem").some(
      ({ defname }) => defname === "concurrently",
    );
    const outside = isConcurrent
      ? "REINDEX CONCURRENTLY"
      : isWide
        ? "REINDEX of a schema"
        : undefined;
    const effect: Effect = {
      table,
      action: "Reindex",
      lock: "ShareLock",
      cost: "index build",
      note: "builds its indexes anew; readers that plan to use them wait",
    };
    return {
      kind: "Reindex",
      summary: `Reindex ${isWide ? (statement.name ?? "") : said(table)}`,
      effects: isTable ? [effect] : [],
      facts: outside ? { outsideTransaction: outside } : {},
      ...(!isTable && { opaque: "The tables that it locks are known to the database only." }),
    };
  },
  RefreshMatViewStmt: (statement) => {
    const view = tableOf(statement.relation);
    const lock = statement.concurrent ? "ExclusiveLock" : "AccessExclusiveLock";
    const note = "its query runs anew";
    return {
      kind: "Refresh materialized view",
      summary: `Refresh ${said(view)}`,
      effects: [{ table: view, action: "Refresh", lock, cost: "rewrite", note }],
      opaque: "The tables that its query reads are known to the database only.",
    };
  },
  ClusterStmt: (statement) => {
    const table = tableOf(statement.relation);
    const note = "every row is stored anew, in the index's order";
    const lock = "AccessExclusiveLock";
    return {
      kind: "Cluster",
      summary: `Cluster ${said(table)}`,
      effects: statement.relation
        ? [{ table, action: "Cluster", lock, cost: "rewrite", note }]
        : [],
      ...(!statement.relation && { facts: { outsideTransaction: "CLUSTER of every table" } }),
    };
  },
  CommentStmt: (statement) => {
    const words = namedBy(statement.object);
    const isColumn = statement.objtype === "OBJECT_COLUMN";
    const table = isColumn ? words.slice(0, -1) : words;
    const hasTable = isColumn || statement.objtype === "OBJECT_TABLE";
    const lock = "ShareUpdateExclusiveLock";
    return {
      kind: "Comment",
      summary: `Comment on ${words.join(".")}`,
      effects: hasTable
        ? [{ table: tableNamed(table), action: "Comment", lock, cost: "none", note: "a remark" }]
        : [],
    };
  },
  CallStmt: ({ funccall }) => ({
    kind: "Call",
    summary: `Call ${said(qualified(funccall?.funcname))}`,
    opaque: "What a procedure does, it decides while it runs.",
  }),
  CreatedbStmt: ({ dbname }) => outside("Create database", "CREATE DATABASE", dbname),
  DropdbStmt: ({ dbname }) => outside("Drop database", "DROP DATABASE", dbname),
  AlterSystemStmt: () => outside("Alter system", "ALTER SYSTEM", ""),
  CreateTableSpaceStmt: ({ tablespacename }) =>
    outside("Create tablespace", "CREATE TABLESPACE", tablespacename),
};

function outside(kind: string, words: string, name: string | undefined) {
  return {
    kind,
    summary: `${kind} ${name ?? ""}`.trimEnd(),
    facts: { outsideTransaction: words },
  };
}

const transactionWords: Record<NonNullable<TransactionStmt["kind"]>, string> = {
  TRANS_STMT_BEGIN: "BEGIN",
  TRANS_STMT_START: "START TRANSACTION",
  TRANS_STMT_COMMIT: "COMMIT",
  TRANS_STMT_ROLLBACK: "ROLLBACK",
  TRANS_STMT_SAVEPOINT: "SAVEPOINT",
  TRANS_STMT_RELEASE: "RELEASE SAVEPOINT",
  TRANS_STMT_ROLLBACK_TO: "ROLLBACK TO SAVEPOINT",
  TRANS_STMT_PREPARE: "PREPARE TRANSACTION",
  TRANS_STMT_COMMIT_PREPARED: "COMMIT PREPARED",
  TRANS_STMT_ROLLBACK_PREPARED: "ROLLBACK PREPARED",
};
