// Pure: what a list is given of its saved views, and what a form about one is answered.
import type { Role } from "@/lib/model/actor";
import type { Literals } from "@/lib/model/literal";
import type { SavedView, ViewFacts } from "@/lib/model/saved-views";

export type SaveViewState = {
  /** What is wrong, but for the name. */
  error?: string;
  nameError?: string;
  /** What was sent, to be kept. */
  facts?: Partial<ViewFacts>;
  /** What others saved meanwhile, as literals. */
  conflicts?: Literals;
  /** Names the next submission. */
  submission?: string;
};

type SaveViewAction = (state: SaveViewState, form: FormData) => Promise<SaveViewState>;

export type SavedViewsProps = {
  views: SavedView[];
  /** Of the person who looks. */
  role: Role;
  /** Names the first submission of a form. */
  submission: string;
  /** They lead to the view that was saved, or to the list. */
  save: SaveViewAction;
  remove: SaveViewAction;
};
