// Pure: an entry of the history as a page shows it.
import type { Literal } from "@/lib/model/literal";

export type ChangedField = {
  name: string;
  label: string;
  /** Secrets are masked, long literals cut. */
  before?: Literal;
  after?: Literal;
};

export type ChangeView = {
  id: string;
  /** `timestamptz` as Postgres prints it in UTC. */
  at: string;
  actorName: string;
  /** A reveal changed nothing: someone read a secret. */
  action: "create" | "update" | "delete" | "reveal";
  /** What the changed thing is called: `session`. */
  singular: string;
  title: string;
  /** The record's page; absent when it no longer has one. */
  href?: string;
  fields: ChangedField[];
  /** Whether the reader's role would allow it and nobody has done so. */
  canUndo: boolean;
  /** The act that it was part of, where that changed several records. */
  group?: { id: string; size: number };
  /** It is shown in place of all changes of its group. */
  standsForGroup?: true;
  /** The change that this one undid. */
  revertsId?: string;
  /** The change that undid this one. */
  revertedById?: string;
};

export type HistoryPage = {
  changes: ChangeView[] /** Where the older ones begin. */;
  before?: string;
};
