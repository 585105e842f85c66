// Pure: what is understood of a migration's SQL, statement by statement.

export type ParsedMigration = {
  /** In the order in which drizzle sends them. */
  statements: Statement[];
};

export type Statement = {
  /** Its source from the first word to the last, without breakpoints and comments around it. */
  text: string;
  /** Of its first word in the file, from 1. */
  line: number;
  /** Between which breakpoints, from 0: drizzle sends a part as one query. */
  part: number;
  /** A few words: "Create table", "Add column", "Other: VACUUM". */
  kind: string;
  /** One line: "Add column notes to ai_coach_some_sessions". */
  summary: string;
  /** What exists afterwards. A rename is a drop and a make. */
  makes: ObjectRef[];
  /** What no longer exists afterwards. */
  drops: ObjectRef[];
  /** Written so that it succeeds whether or not its objects exist already. */
  isConditional: boolean;
  /** Every table that existed before and that it locks, parents of foreign keys too. */
  touches: TableRef[];
  effects: Effect[];
  facts: StatementFacts;
  /** Why not everything that it does can be told from its text. */
  opaque?: string;
  /** Postgres refuses the text. */
  failure?: SqlFailure;
};

/** Line and column in the file, from 1. */
type SqlFailure = { message: string; line: number; column: number };

export type ObjectKind =
  | "schema"
  | "extension"
  | "table"
  | "view"
  | "column"
  | "index"
  | "constraint"
  | "type"
  | "enum value"
  | "sequence"
  | "function"
  | "trigger"
  | "policy";

export type ObjectRef = {
  kind: ObjectKind;
  /** As written; null stands for the first schema of the search path. */
  schema: string | null;
  name: string;
  /** Of what it is a part: the table of a column, the type of an enum value. */
  table?: string;
};

export type TableRef = { schema: string | null; name: string };

/** As `pg_locks` names them, from the weakest to the strongest. */
export const lockModes = [
  "AccessShareLock",
  "RowShareLock",
  "RowExclusiveLock",
  "ShareUpdateExclusiveLock",
  "ShareLock",
  "ShareRowExclusiveLock",
  "ExclusiveLock",
  "AccessExclusiveLock",
] as const;
export type LockMode = (typeof lockModes)[number];

/** From the cheapest to the dearest. */
export const costs = [
  "none",
  "scan",
  "index build",
  "backfill",
  "rewrite",
  "fails unless empty",
] as const;
export type Cost = (typeof costs)[number];

/** What a statement does to one table. */
export type Effect = {
  table: TableRef;
  /** The part of the statement that does it, as a kind: "Set not null". */
  action: string;
  lock: LockMode;
  cost: Cost;
  /** What the cost stands for or depends on: "checks every row", "rewrites unless …". */
  note: string;
};

/** What the rules about a batch ask of a statement. */
export type StatementFacts = {
  /** Refused inside of a transaction, as a batch is one: "CREATE INDEX CONCURRENTLY". */
  outsideTransaction?: string;
  /** It begins, ends or divides the transaction that the batch is: "COMMIT". */
  transactionControl?: string;
  /** It waits for data that only psql would send: COPY … FROM STDIN. */
  waitsForInput: boolean;
  /** What is gone for good: tables and columns, and tables whose rows are. */
  destroys: (ObjectRef & { how: "dropped" | "emptied" })[];
  /** It takes along what depends on the dropped objects. */
  cascades: boolean;
  /** Schemas, types, extensions and tables that have to exist before. */
  needs: ObjectRef[];
  /** Types that columns have afterwards. */
  columnTypes: { table: TableRef; column: string; type: TableRef; hasUsing: boolean }[];
  /** Short string constants, and what decides their type. */
  literals: StringLiteral[];
  /** Names that Postgres cuts at 63 bytes, as written. */
  longNames: string[];
  /** Settings that it changes for what comes after it, lower case: "search_path". */
  sets: string[];
};

export type StringLiteral = {
  text: string;
  /** The type that it is cast to, or of the column that the statement declares. */
  type?: TableRef;
  /** The column whose type decides, where the statement only names it. */
  column?: { table: TableRef; name: string };
};

/** What a database knows and a text cannot tell. Tables are written `schema.name`. */
export type KnownTables = {
  /** Where names without a schema are looked for, first match wins. */
  searchPath: string[];
  columns: {
    table: string;
    name: string;
    /** As `format_type` prints it. */
    type: string;
    /** A validated CHECK says that it is not null. */
    hasNotNullCheck: boolean;
  }[];
  foreignKeys: {
    name: string;
    table: string;
    columns: string[];
    parent: string;
    parentColumns: string[];
  }[];
  indexes: { name: string; table: string }[];
};

export type TokenClass = "keyword" | "string" | "number" | "comment" | "identifier" | "plain";
/** The texts of all tokens together are the text. */
export type Token = { class: TokenClass; text: string };
