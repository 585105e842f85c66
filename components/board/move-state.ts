// Pure: what the form of a move shows, and the actions that boards are given.
import type { Entry } from "@/lib/model/form-values";
import type { Literals } from "@/lib/model/literal";
import type { Page } from "@/lib/model/page";
import type { WriteFailure } from "@/lib/model/write-result";

export type MoveState = {
  /** What the move asks for, by field name. */
  entries: Record<string, Entry>;
  seen: Literals;
  /** New with every answer: names the next submission. */
  submission: string;
  failure?: WriteFailure;
  /** The change in the history, once the card has moved. */
  changeId?: string;
};

/** A form that asks, before the card moves. */
export type MoveQuestion = { title: string; initial: MoveState; people: Page["people"] };

export type MoveFormAction = (state: MoveState, form: FormData) => Promise<MoveState>;

export type BoardActions = {
  move: (
    slug: string,
    id: string,
    to: string,
    state: MoveState,
    form: FormData,
  ) => Promise<MoveState>;
  /** Nothing when the record is gone. */
  ask: (slug: string, id: string, to: string) => Promise<MoveQuestion | undefined>;
  undo: (state: object, form: FormData) => Promise<{ error?: string }>;
};
