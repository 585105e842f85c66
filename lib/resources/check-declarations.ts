// Pure: mistakes in declarations, each told by a sentence that names it. They stop the server when it starts.
import { fieldsReferringTo } from "@/lib/model/relations";
import { type Field, fieldOf, type Resource } from "@/lib/model/resource";
import type { BoardView, Panel, View } from "@/lib/model/view";

/** First segments of addresses that are pages of their own: a resource would never be seen there. */
const reservedSlugs = new Set([
  "account",
  "api",
  "find",
  "history",
  "login",
  "migrations",
  "people",
  "schema",
  "setup",
]);

/**
 * @param inCatalog prefixes whose tables are not known yet
 * @throws Error for the first mistake
 */
export function checkDeclarations(resources: Resource[], inCatalog: string[] = []): void {
  for (const resource of resources) {
    const problem =
      problemOf(resource, resources) ??
      wrongReference(resource, resources, inCatalog) ??
      missingReference(resource, resources);
    if (problem) throw new Error(`Resource ${resource.slug} ${problem}`);
  }
}

function problemOf(resource: Resource, all: Resource[]): string | undefined {
  const { slug, title, list, views, panels, fields } = resource;
  const named = [
    ...list.columns,
    ...list.sort.map(({ field }) => field),
    ...list.search,
    ...(title ? [title] : []),
    ...views.flatMap(fieldsOfView),
    ...panels.flatMap(fieldsOfPanel),
  ];
  const unknown = named.find((name) => !fieldOf(resource, name));
  if (unknown) return `names a field "${unknown}" it does not have.`;
  const telling = [title, ...list.sort.map(({ field }) => field)];
  const secret = fields.find((field) => field.isSecret && telling.includes(field.name));
  if (secret) return `is titled or sorted by "${secret.name}", a secret.`;
  const wordless = fields.find((field) => list.search.includes(field.name) && !isSearched(field));
  if (wordless) return `is searched by "${wordless.name}", which holds no words or a secret.`;
  const untold = fields.find(({ secretWhen }) => secretWhen && secretWhen.field !== title);
  if (untold) return `must be titled by what tells that "${untold.name}" is secret.`;
  const kinds = views.map(({ kind }) => kind);
  const twice = kinds.find((kind, index) => kinds.indexOf(kind) !== index);
  if (twice) return `has two views of the kind "${twice}".`;
  if (reservedSlugs.has(slug)) return "has the address of another page.";
  if (all.some((other) => other !== resource && other.slug === slug)) return "is there twice.";
  return views.flatMap((view) =>
    view.kind === "board" ? (wrongMove(resource, view) ?? []) : [],
  )[0];
}

function isSearched({ kind, isSecret, secretWhen }: Field): boolean {
  return kind === "text" && !isSecret && !secretWhen;
}

function fieldsOfView(view: View): string[] {
  switch (view.kind) {
    case "list":
      return [];
    case "calendar":
      return [view.at, view.minutes, view.state, view.person].filter((name) => name !== undefined);
    case "board": {
      const arrivals = Object.values(view.arrivals ?? {});
      const stamped = arrivals.flatMap(({ now, clear, ask }) => [now, clear, ask]);
      return [view.by, ...view.card, ...stamped.flatMap((names) => names ?? [])];
    }
    case "charts":
      return [
        view.at,
        view.value,
        view.metric,
        view.person,
        ...(view.through ? [view.through.field] : []),
      ];
    case "settings":
      return [view.key, view.value, view.description, view.isPublic];
  }
}

/** A timeline's fields are those of the resource that it shows. */
function fieldsOfPanel(panel: Panel): string[] {
  if (panel.kind === "timeline") return [];
  return panel.kind === "span" ? [panel.planned, panel.from, panel.to] : [panel.field];
}

/** Of what constraints and names of columns say, nothing can be wrong: it was left out where it leads nowhere. */
function wrongReference(
  { fields }: Resource,
  all: Resource[],
  inCatalog: string[],
): string | undefined {
  for (const { name, refersTo, kind, isPerson } of fields) {
    if (refersTo === undefined || isPerson) continue;
    const target = all.find(({ slug }) => slug === refersTo);
    if (!target) {
      if (inCatalog.some((prefix) => refersTo.startsWith(prefix))) continue;
      return `refers by "${name}" to "${refersTo}", which is no resource.`;
    }
    const [key, ...others] = target.key.flatMap((part) => fieldOf(target, part) ?? []);
    if (!key || others.length > 0)
      return `refers by "${name}" to "${refersTo}", whose key is not one field.`;
    // A text may hold any key's literal.
    if (kind !== key.kind && kind !== "text")
      return `refers by "${name}" (${kind}) to "${refersTo}", whose key is of another kind (${key.kind}).`;
  }
  return undefined;
}

/** Charts reach through a field, and a timeline is found by one. */
function missingReference(resource: Resource, all: Resource[]): string | undefined {
  for (const view of resource.views) {
    const through = view.kind === "charts" ? view.through?.field : undefined;
    if (through !== undefined && fieldOf(resource, through)?.refersTo === undefined)
      return `has charts through "${through}", which refers to nothing.`;
  }
  for (const panel of resource.panels) {
    const other =
      panel.kind === "timeline" ? all.find(({ slug }) => slug === panel.resource) : undefined;
    if (other && fieldsReferringTo(other, resource).length === 0)
      return `has a timeline of "${other.slug}", which does not refer to it.`;
  }
  return undefined;
}

function wrongMove(
  resource: Resource,
  { by, moves, arrivals = {} }: BoardView,
): string | undefined {
  const options = fieldOf(resource, by)?.options;
  if (!options) return `has a board by "${by}", which has no options.`;
  const named = [...Object.keys(moves), ...Object.values(moves).flat(), ...Object.keys(arrivals)];
  const unknown = named.find((option) => !options.includes(option));
  return unknown === undefined
    ? undefined
    : `has a board with "${unknown}", which is no option of "${by}".`;
}
