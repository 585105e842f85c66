// Pure: saved views of a list: which one an address stands for, what of it was changed, and where each is shown.
import { type Role, roles } from "@/lib/model/actor";
import {
  definitionText,
  hasDefinition,
  hasPosition,
  type ListQuery,
  listHref,
  parseListParams,
  plainView,
} from "@/lib/model/list-params";
import { type Params, single } from "@/lib/model/params";
import type { Resource } from "@/lib/model/resource";

/** A saved view as those see it who may. */
export type SavedView = {
  id: string;
  name: string;
  /** See `definitionText`. */
  definition: string;
  isOwn: boolean;
  /** Whether who looks may save over it, rename and delete it. */
  mayChange: boolean;
  ownerName: string;
  isShared: boolean;
  /** The roles whose people see it where the list's address asks for nothing. */
  defaultFor: Role[];
};

/** The part of a view that people change; the names are those of the stored fields. */
export type ViewFacts = Pick<SavedView, "name" | "definition" | "isShared" | "defaultFor">;

export const maxNameLength = 80;
export const goneNotice = "This saved view is not there any more, or is not shared with you.";

export type ResolvedList = {
  query: ListQuery;
  notices: string[];
  /** The view that is shown; none for the plain list. */
  view?: SavedView;
  /** The list on screen is no longer what was saved. */
  isChanged: boolean;
};

/** Whether the rows of an address can be read before its saved views are known. */
export function needsNoViews(params: Params): boolean {
  return hasDefinition(params) || single(params.saved) === plainView;
}

/**
 * An address with a definition of its own means that; with a saved view alone it means what was saved; with neither, the
 * default of the role. @param views those that the person may see
 */
export function resolveList(
  resource: Resource,
  params: Params,
  views: SavedView[],
  role: Role,
): ResolvedList {
  const asked = single(params.saved);
  const byDefault = defaultView(views, role);
  const saysItself = hasDefinition(params);
  const begins = asked === undefined && !saysItself && !hasPosition(params);
  const view = begins ? byDefault : views.find(({ id }) => id === asked);
  const given = view && !saysItself ? { ...params, ...paramsOf(view.definition) } : params;
  const { query, notices } = parseListParams(resource, given);
  const shown = view?.id ?? (byDefault && plainView);
  const isGone = asked !== undefined && asked !== plainView && !view;
  return {
    query: shown ? { ...query, view: shown } : withoutView(query),
    notices: isGone ? [goneNotice, ...notices] : notices,
    ...(view && { view }),
    isChanged: definitionText(resource, query) !== currentText(resource, view?.definition ?? ""),
  };
}

/** What the plain address of a list shows to a role; none for the list as it is declared. */
export function defaultView(views: SavedView[], role: Role): SavedView | undefined {
  return views.find(({ defaultFor }) => defaultFor.includes(role));
}

/** The address of rows, which saved views have nothing to do with: the same for all who see the same rows. */
export function explicitHref(resource: Resource, query: ListQuery): string {
  return listHref(resource, withoutView(query));
}

/** As they are stored: what an edit says that it saw. */
export function viewLiterals(facts: ViewFacts): Record<keyof ViewFacts, string> {
  return {
    name: facts.name,
    definition: facts.definition,
    isShared: String(facts.isShared),
    defaultFor: rolesLiteral(facts.defaultFor),
  };
}

/** `{viewer,editor}`, in the order of the roles. */
export function rolesLiteral(some: Role[]): string {
  return `{${roles.filter((role) => some.includes(role)).join(",")}}`;
}

export function paramsOf(definition: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(definition));
}

/** What was saved as it reads today: columns may have gone since. */
function currentText(resource: Resource, definition: string): string {
  return definitionText(resource, parseListParams(resource, paramsOf(definition)).query);
}

function withoutView({ view: _, ...query }: ListQuery): ListQuery {
  return query;
}
