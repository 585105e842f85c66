// Pure: a record at a glance, as it travels to the link that points to it.
import type { Cell, Page } from "@/lib/model/page";
import type { Field } from "@/lib/model/resource";

export type Peek = Pick<Page, "people" | "related"> & {
  title: string;
  /** "session" */
  singular: string;
  /** Without what JSON cannot hold. */
  fields: Omit<Field, "range">[];
  /** In the order of the fields; secrets are masked, long values cut. */
  cells: Cell[];
  zone: string;
  /** ISO time of the answer. */
  now: string;
};
