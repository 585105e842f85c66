"use server";
// Server: what a person changes in the cells of a list. Each action resolves its actor; each verb checks the policy.
import { z } from "zod";
import { requireResource } from "@/app/(admin)/[resource]/find";
import { refusalAsFailure } from "@/app/(admin)/[resource]/submitted";
import { requireActionActor } from "@/lib/auth/actor";
import { Refused } from "@/lib/errors";
import type { Actor } from "@/lib/model/actor";
import {
  type CellEdit,
  type CellSave,
  type CellSaved,
  type CellsSave,
  type CellsSaved,
  cellRefusal,
  maxPastedColumns,
  maxPastedRows,
  secretSentence,
} from "@/lib/model/cell-edit";
import { maxColumns } from "@/lib/model/list-layout";
import { rowId, rowLiterals } from "@/lib/model/list-row";
import type { Page } from "@/lib/model/page";
import { fieldOf } from "@/lib/model/resource";
import { failure, type WriteFailure } from "@/lib/model/write-result";
import { getRows } from "@/lib/records/get-rows";
import { updateRecord } from "@/lib/records/update";
import { type GroupResult, writeGroup } from "@/lib/records/write-group";
import type { Registered } from "@/lib/resources/registry";

const slugSchema = z.string().max(200);
const id = z.string().max(10_000);
const literals = z
  .record(z.string().max(200), z.string().nullable())
  .refine((values) => Object.keys(values).length <= maxPastedColumns);
const edit = z.object({ id, values: literals, seen: literals });
/** Beside the columns that are shown come those of the title, the key and the order. */
const names = z.array(z.string().max(200)).max(2 * maxColumns);
const common = { columns: names, submissionId: z.uuid().optional() };
const one = z.object({ edit, ...common });
const many = z.object({ edits: z.array(edit).min(1).max(maxPastedRows), ...common });
const whole = z.object({ ids: z.array(id).max(maxPastedRows), fields: names });

/** Changes one record. The page is not made anew: its rows come with the answer. */
export async function saveCell(slug: string, asked: CellSave): Promise<CellSaved> {
  const actor = await requireActionActor();
  const registered = await requireResource(slugSchema.parse(slug));
  const { edit, columns, submissionId } = one.parse(asked);
  const [secret] = await secretsAmong(actor, registered, [edit]);
  const result =
    secret?.failure ??
    (await refusalAsFailure(() =>
      updateRecord(actor, registered, edit.id, edit, { submissionId }),
    ));
  const rows = await getRows(actor, registered, [edit.id], { columns });
  if (!result.ok) return { ...result, rows };
  return { ok: true, rows, ...(result.changeId && { changeId: result.changeId }) };
}

/** Changes several records as one act: all of them or none. */
export async function saveCells(slug: string, asked: CellsSave): Promise<CellsSaved> {
  const actor = await requireActionActor();
  const registered = await requireResource(slugSchema.parse(slug));
  const { edits, columns, submissionId } = many.parse(asked);
  const ids = edits.map((each) => each.id);
  const secrets = await secretsAmong(actor, registered, edits);
  const result =
    secrets.length > 0
      ? { ok: false as const, failures: secrets }
      : await writeEdits(actor, registered, edits, submissionId);
  const rows = await getRows(actor, registered, ids, { columns });
  if (result.ok) return { ...result, rows };
  const failures = result.failures.map((each) => ({
    id: ids[each.index] ?? "",
    failure: each.failure,
  }));
  return { ok: false, failures, rows };
}

/** Whole literals, of cells that the list shows in part. Secrets stay masked. */
export async function readCells(
  slug: string,
  asked: { ids: string[]; fields: string[] },
): Promise<Page> {
  const actor = await requireActionActor();
  const registered = await requireResource(slugSchema.parse(slug));
  const { ids, fields } = whole.parse(asked);
  return getRows(actor, registered, ids, { columns: fields, isWhole: true });
}

async function writeEdits(
  actor: Actor,
  registered: Registered,
  edits: CellEdit[],
  submissionId: string | undefined,
): Promise<GroupResult> {
  const writes = edits.map((each) => ({ action: "update" as const, ...each }));
  try {
    return await writeGroup(actor, registered, writes, { submissionId });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { ok: false, failures: [{ index: 0, failure: failure(error.message) }] };
  }
}

type SecretFailure = { index: number; failure: WriteFailure };

/** The verbs write secrets blind; a list, where a slip of the hand is enough, does not. */
async function secretsAmong(
  actor: Actor,
  registered: Registered,
  edits: CellEdit[],
): Promise<SecretFailure[]> {
  const { resource } = registered;
  const suspects = resource.fields.filter(
    ({ name, isSecret, secretWhen }) =>
      (isSecret || secretWhen) && edits.some(({ values }) => Object.hasOwn(values, name)),
  );
  if (suspects.length === 0) return [];
  const columns = suspects.flatMap(({ secretWhen }) => secretWhen?.field ?? []);
  const ids = edits.map((each) => each.id);
  const rows = await getRows(actor, registered, ids, { columns, isWhole: true });
  const records = new Map(
    rows.rows.map((row) => [rowId(resource, rows, row), rowLiterals(rows, row)] as const),
  );
  return edits.flatMap((each, index) => {
    const record = records.get(each.id) ?? {};
    const errors = Object.keys(each.values).flatMap((name): [string, string][] => {
      const field = fieldOf(resource, name);
      const isSecret = field && cellRefusal(resource, field, record) === secretSentence;
      return isSecret ? [[name, secretSentence]] : [];
    });
    if (errors.length === 0) return [];
    return [{ index, failure: failure(undefined, Object.fromEntries(errors)) }];
  });
}
