// Pure: a cell's value, and how a record is named by the literals of its key.

/** The text Postgres prints for a value (`value::text`) and parses back; `null` is SQL NULL. */
export type Literal = string | null;

/** Literals by field name. */
export type Literals = Record<string, Literal>;
