// Pure: edits of a list's cells where they stand: which may be edited, and what is sent and answered.
import type { Literals } from "@/lib/model/literal";
import type { Page } from "@/lib/model/page";
import { type Field, isSecretFor, type Resource } from "@/lib/model/resource";
import type { WriteFailure } from "@/lib/model/write-result";

/** The most that is changed by one paste. */
export const maxPastedRows = 500;
export const maxPastedColumns = 50;

/** New literals of one record, and what was seen in their place. */
export type CellEdit = { id: string; values: Literals; seen: Literals };

export type CellSave = {
  edit: CellEdit;
  /** The fields that the list shows, to be read again. */
  columns: string[];
  submissionId?: string;
};

export type CellsSave = Omit<CellSave, "edit"> & { edits: CellEdit[] };

/** `rows`: the records as they are now, whatever became of the edit. */
export type CellSaved = { rows: Page } & ({ ok: true; changeId?: string } | WriteFailure);

export type CellsSaved = { rows: Page } & (
  | { ok: true; groupId: string; changes: number }
  | { ok: false; failures: { id: string; failure: WriteFailure }[] }
);

export type CellActions = {
  save: (slug: string, asked: CellSave) => Promise<CellSaved>;
  saveAll: (slug: string, asked: CellsSave) => Promise<CellsSaved>;
  /** Whole literals, of cells that a list shows in part. */
  read: (slug: string, asked: { ids: string[]; fields: string[] }) => Promise<Page>;
  undo: (state: object, form: FormData) => Promise<{ error?: string; changeId?: string }>;
};

export const secretSentence = "This is a secret. It is replaced on the page of its record.";

/** Why no cell of a column is edited where it stands; `undefined` where they are. */
export function columnRefusal(resource: Resource, field: Field): string | undefined {
  if (resource.key.length === 0) return "This table has no key, so its records can only be read.";
  if (field.isGenerated) return "The database generates this value.";
  if (field.isKey) return "The key of a record does not change.";
  return field.isSecret ? secretSentence : undefined;
}

/**
 * Why one cell is not.
 * @param record what the list shows of it: a value that may be secret is, where that which tells is not shown
 */
export function cellRefusal(resource: Resource, field: Field, record: Literals) {
  const refusal = columnRefusal(resource, field);
  if (refusal || !field.secretWhen) return refusal;
  const isTold = Object.hasOwn(record, field.secretWhen.field);
  return isTold && !isSecretFor(field, record) ? undefined : secretSentence;
}
