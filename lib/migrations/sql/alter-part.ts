// Pure: what one of the parts of an ALTER TABLE says.
import type { Effect, ObjectRef, StatementFacts } from "@/lib/model/migrations/sql";

export type AlterPart = {
  action: string;
  /** Without the table, in lower case: "add column notes". */
  phrase: string;
  /** Between the phrase and the table: "to". */
  joint: "to" | "of" | "from" | "in" | "on";
  makes?: ObjectRef[];
  drops?: ObjectRef[];
  effects: Effect[];
  facts?: Partial<StatementFacts>;
  isConditional?: boolean;
};
