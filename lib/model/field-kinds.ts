// Pure: from a Postgres type's name to the kind that decides how its literals are shown, edited and checked.

export type FieldKind =
  | "text"
  | "uuid"
  | "integer"
  | "decimal"
  | "float"
  | "boolean"
  | "enum"
  | "timestamp"
  | "timestamptz"
  | "date"
  | "time"
  | "interval"
  | "json"
  | "bytea"
  | "array"
  | "other";

export type TypeFacts = {
  kind: FieldKind;
  /** Characters at the most: `varchar(n)`, `char(n)`. */
  length?: number;
  /** Digits in all and after the point: `numeric(p, s)`. */
  precision?: number;
  scale?: number;
  /** The values an integer type can hold. */
  range?: [min: bigint, max: bigint];
  /** Postgres would cut, pad or round a value to the type's modifier without an error. */
  inexact: boolean;
  /** It has a btree ordering, so lists can be sorted by it. */
  sortable: boolean;
};

const kindsByType: Record<string, FieldKind> = {
  text: "text",
  varchar: "text",
  "character varying": "text",
  char: "text",
  character: "text",
  bpchar: "text",
  citext: "text",
  name: "text",
  uuid: "uuid",
  smallint: "integer",
  int2: "integer",
  integer: "integer",
  int: "integer",
  int4: "integer",
  bigint: "integer",
  int8: "integer",
  smallserial: "integer",
  serial: "integer",
  bigserial: "integer",
  numeric: "decimal",
  decimal: "decimal",
  real: "float",
  float4: "float",
  "double precision": "float",
  float8: "float",
  boolean: "boolean",
  bool: "boolean",
  timestamp: "timestamp",
  "timestamp without time zone": "timestamp",
  timestamptz: "timestamptz",
  "timestamp with time zone": "timestamptz",
  date: "date",
  time: "time",
  "time without time zone": "time",
  timetz: "time",
  "time with time zone": "time",
  interval: "interval",
  json: "json",
  jsonb: "json",
  bytea: "bytea",
};

const integerBits: Record<string, bigint> = {
  smallint: 16n,
  int2: 16n,
  smallserial: 16n,
  bigint: 64n,
  int8: 64n,
  bigserial: 64n,
};

/** Types without a kind of their own that btree can order. */
const otherSortable = new Set([
  "inet",
  "cidr",
  "macaddr",
  "macaddr8",
  "money",
  "bit",
  "bit varying",
  "varbit",
  "oid",
  "pg_lsn",
  "tsvector",
  "ltree",
  '"char"',
]);

/** @param type a type's name as Postgres or Drizzle prints it: `character varying(100)`, `numeric(10, 2)[]`. */
export function typeFacts(type: string): TypeFacts {
  if (type.endsWith("]")) {
    const element = typeFacts(type.replace(/(\[\d*\])+$/, ""));
    return { kind: "array", inexact: element.inexact, sortable: element.sortable };
  }
  const { name, modifiers } = splitModifiers(type);
  const kind = kindOf(name);
  const [first, second] = modifiers;
  const isCharacter = /^(varchar|character varying|char|character|bpchar)$/.test(name);
  return {
    kind,
    ...(isCharacter && { length: first ?? impliedLength(name) }),
    ...(kind === "decimal" && first !== undefined && { precision: first, scale: second ?? 0 }),
    ...(kind === "integer" && { range: integerRange(integerBits[name] ?? 32n) }),
    inexact: modifiers.length > 0 || impliedLength(name) !== undefined || isPartOfInterval(name),
    sortable: isSortable(name, kind),
  };
}

function kindOf(name: string): FieldKind {
  if (isPartOfInterval(name)) return "interval";
  return (Object.hasOwn(kindsByType, name) && kindsByType[name]) || "other";
}

/** `interval year to month` drops what its name does not mention. */
function isPartOfInterval(name: string): boolean {
  return name.startsWith("interval ");
}

/** `timestamp (3) with time zone` → name `timestamp with time zone`, modifiers `[3]`. */
function splitModifiers(type: string): { name: string; modifiers: number[] } {
  const inside = /\(([\d\s,-]+)\)/.exec(type);
  const name = type
    .replace(/\([^)]*\)/, " ")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
  return { name, modifiers: inside?.[1]?.split(",").map(Number) ?? [] };
}

/** `char` without a length is `char(1)`, but `bpchar` without one is unlimited. */
function impliedLength(name: string): number | undefined {
  return name === "char" || name === "character" ? 1 : undefined;
}

function integerRange(bits: bigint): [bigint, bigint] {
  const half = 2n ** (bits - 1n);
  return [-half, half - 1n];
}

function isSortable(name: string, kind: FieldKind): boolean {
  if (kind === "other") return otherSortable.has(name) || /(range|multirange)$/.test(name);
  return name !== "json";
}
