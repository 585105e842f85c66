// Pure: what a write comes to. Expected failures are answers, not exceptions.
import type { Literals } from "@/lib/model/literal";

export type WriteFailure = {
  ok: false;
  /** What is wrong with the record as a whole. */
  formError?: string;
  /** What is wrong with a field, by its name. */
  fieldErrors: Record<string, string>;
  /** The literals now in the database, of fields that changed since the editor saw them. */
  conflicts?: Literals;
};

export type WriteSuccess = {
  ok: true;
  id: string;
  title: string;
  /** The entry in the history that undoes it; absent when there was nothing to change. */
  changeId?: string;
};

export type WriteResult = WriteSuccess | WriteFailure;

/** All that is wrong, in one text, where there are no fields to say it beside. */
export function sentenceOf({ formError, fieldErrors }: WriteFailure): string {
  return formError ?? Object.values(fieldErrors).join(" ");
}

export function failure(
  formError: string | undefined,
  fieldErrors: Record<string, string> = {},
  conflicts?: Literals,
): WriteFailure {
  return {
    ok: false,
    fieldErrors,
    ...(formError && { formError }),
    ...(conflicts && { conflicts }),
  };
}
