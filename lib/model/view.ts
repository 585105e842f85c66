// Pure: the ways a resource can be looked at beside its list, as its declaration asks for them.
import { type Resource, resourceHref } from "@/lib/model/resource";

/** The table every resource has. */
type ListView = { kind: "list" };

/** Records on the days of a timestamp. */
export type CalendarView = {
  kind: "calendar";
  /** The timestamp field that places a record. */
  at: string;
  /** The field that holds how many minutes it takes. */
  minutes?: string;
  /** The field whose options colour it. */
  state?: string;
  /** The field that holds whom it is with. */
  person?: string;
};

/** What a move does beside setting the state. */
export type Arrival = {
  /** Timestamp fields set to the time of the move. */
  now?: string[];
  /** Fields set to NULL. */
  clear?: string[];
  /** Fields the person is asked for. */
  ask?: string[];
};

/** Records in columns by a field's options. */
export type BoardView = {
  kind: "board";
  /** The field with options. */
  by: string;
  /** Fields shown on a card under its title. */
  card: string[];
  /** From each option, those that a card may be moved to. */
  moves: Record<string, string[]>;
  /** What goes with reaching an option. */
  arrivals?: Record<string, Arrival>;
};

/** Numbers over time. */
export type ChartsView = {
  kind: "charts";
  /** The timestamp field. */
  at: string;
  /** The JSON or numeric field that holds what was measured. */
  value: string;
  /** The field that says what was measured. */
  metric: string;
  /** The field that holds who it was measured for. */
  person: string;
  /** Where a number stands in a JSON value, tried in this order: `$`, `$.score`. */
  paths: string[];
  /** The field to group by of the resource that a field refers to. */
  through?: { field: string; group: string };
};

/** Rows of key and value, shown as the settings that the app's contract declares. */
export type SettingsView = {
  kind: "settings";
  key: string;
  value: string;
  description: string;
  /** The boolean field that opens a setting to everybody. */
  isPublic: string;
};

export type View = ListView | CalendarView | BoardView | ChartsView | SettingsView;
export type ViewKind = View["kind"];

/** Shown beside a record's form. */
export type Panel =
  | { kind: "person"; field: string }
  /** A JSON value, readable: a list of texts or of objects. */
  | { kind: "items"; field: string }
  | { kind: "text"; field: string }
  /** How many minutes were planned, and how many passed between two times. */
  | { kind: "span"; planned: string; from: string; to: string }
  /** Records of another resource that refers to this one, in the order of a timestamp. */
  | { kind: "timeline"; resource: string; at: string; title: string; value: string };

/** The view that an address asks for with `?view=`; the first one where it asks for none or for an unknown one. */
export function viewOf(resource: Resource, asked: string | string[] | undefined): View {
  const [first] = resource.views;
  return resource.views.find(({ kind }) => kind === asked) ?? first ?? { kind: "list" };
}

/** The view of that kind, where the resource declares one. */
export function declaredView<Kind extends ViewKind>(
  { views }: Pick<Resource, "views">,
  kind: Kind,
): Extract<View, { kind: Kind }> | undefined {
  return views.find((view): view is Extract<View, { kind: Kind }> => view.kind === kind);
}

/** @param params what the view keeps in the address; empty ones are left out */
export function viewHref(
  resource: Pick<Resource, "slug" | "views">,
  kind: ViewKind,
  params: Record<string, string | undefined> = {},
): string {
  const isFirst = resource.views[0]?.kind === kind;
  const search = new URLSearchParams(isFirst ? {} : { view: kind });
  for (const [name, value] of Object.entries(params)) if (value) search.set(name, value);
  return `${resourceHref(resource)}${search.size > 0 ? `?${search}` : ""}`;
}
