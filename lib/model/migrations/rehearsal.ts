// Pure: what happened when pending migrations were run in a shadow of the database.
import type { Difference, Kept } from "@/lib/model/migrations/drift";
import type { LockMode } from "@/lib/model/migrations/sql";

/** A lock that a statement took, or made stronger; it is held until the prefix's batch commits. */
export type MeasuredLock = {
  /** `schema.table` */
  table: string;
  mode: LockMode;
  /** Made by the same batch, so nobody waits for it. */
  isNew: boolean;
};

export type RehearsedStatement = {
  prefix: string;
  tag: string;
  /** Of the part of the file that is sent as one query, from 1. */
  index: number;
  locks: MeasuredLock[];
  /** Tables that were there before and whose rows were written anew, each as `schema.table`. */
  rewrites: string[];
};

export type RehearsalFailure = {
  prefix: string;
  tag: string;
  index: number;
  statement: string;
  code: string;
  message: string;
  /** In the statement, in characters from 1. */
  position: number | null;
};

export type RehearsalReport = {
  /** In ms since 1970. */
  at: number;
  ms: number;
  fingerprint: string;
  /** Why the state before the pending migrations could not be made, or not with certainty. */
  caveats: string[];
  /** In the order in which they ran. */
  statements: RehearsedStatement[];
  /** What stopped the pending migrations; nothing after it ran. */
  failure: RehearsalFailure | null;
  /** Everything that the journals list, on an empty database. */
  fromEmpty: {
    failure: RehearsalFailure | null;
    /** This database after the pending migrations, compared to a fresh one; empty when either failed. */
    parts: Difference[];
  };
};

export type LastRehearsal = Kept<RehearsalReport>;
