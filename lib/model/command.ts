// Pure: what the palette offers before it asks the database: every page and every action that a role has.
import { type Actor, hasRole } from "@/lib/model/actor";
import type { PreferenceName } from "@/lib/model/preferences";
import type { Resource } from "@/lib/model/resource";
import { viewHref } from "@/lib/model/view";

export type Deed =
  | { kind: "go"; href: string }
  | { kind: "prefer"; name: PreferenceName; value: string }
  | { kind: "sign out" }
  | { kind: "copy link" }
  | { kind: "list shortcuts" };

export type Command = {
  /** Unique, and the same on every visit. */
  id: string;
  label: string;
  group: "Pages" | "Actions";
  /** Offered before anything is typed; a page then also has a key to go to it. */
  isMain: boolean;
  /** Other words it is found by. */
  words: string[];
  /** Quiet, beside the label. */
  detail?: string;
  deed: Deed;
};

export type CommandSource = {
  actor: Pick<Actor, "role">;
  /** Those of admin.config.ts. */
  declared: Resource[];
  others: Resource[];
  prefixes: { prefix: string; label: string }[];
};

export function commandsOf({ actor, declared, others, prefixes }: CommandSource): Command[] {
  const labels = new Map(prefixes.map(({ prefix, label }) => [prefix, label]));
  return [
    page("Overview", "/", ["home", "today"]),
    ...declared.flatMap(viewPages),
    page("Migrations", "/migrations", ["database"]),
    page("Schema", "/schema", ["advice", "indexes"]),
    page("History", "/history", ["changes", "undo"]),
    page("Account", "/account", ["password", "profile", "sessions", "tokens"]),
    ...(hasRole(actor, "owner") ? [page("People", "/people", ["roles", "invite"])] : []),
    ...prefixes.map(({ prefix, label }) => below("Migrations", label, `/migrations/${prefix}`)),
    below("Migrations", "Apply", "/migrations/apply"),
    below("Migrations", "Drift", "/migrations/drift"),
    below("Migrations", "Rehearsal", "/migrations/rehearsal"),
    below("API", "Documentation", "/api/docs"),
    ...others.map((resource) => tablePage(resource, labels.get(resource.prefix))),
    ...declared.filter(mayCreate(actor)).map((resource) => creation(resource, true)),
    ...others.filter(mayCreate(actor)).map((resource) => creation(resource, false)),
    ...appActions,
  ];
}

function page(label: string, href: string, words: string[] = []): Command {
  return { id: href, label, group: "Pages", isMain: true, words, deed: { kind: "go", href } };
}

function below(parent: string, label: string, href: string): Command {
  return { ...page(`${parent} › ${label}`, href), isMain: false };
}

function viewPages(resource: Resource): Command[] {
  return resource.views.map(({ kind }, index) => {
    const href = viewHref(resource, kind);
    if (index === 0) return page(resource.label, href, [resource.table]);
    return below(resource.label, kind.charAt(0).toUpperCase() + kind.slice(1), href);
  });
}

function tablePage(resource: Resource, prefixLabel: string | undefined): Command {
  const table = page(resource.label, `/${encodeURIComponent(resource.slug)}`, [resource.table]);
  return { ...table, isMain: false, ...(prefixLabel && { detail: prefixLabel }) };
}

function mayCreate(actor: Pick<Actor, "role">) {
  return ({ key, writers }: Resource) => key.length > 0 && hasRole(actor, writers);
}

/** The action that makes a record of the resource with that segment in addresses. */
export function creationId(segment: string): string {
  return `/${segment}/new`;
}

function creation({ slug, singular, label }: Resource, isMain: boolean): Command {
  const href = creationId(encodeURIComponent(slug));
  const inTable = singular === "record" ? ` in ${label.toLowerCase()}` : "";
  return {
    ...page(`New ${singular}${inTable}`, href, ["create", "add", label]),
    group: "Actions",
    isMain,
  };
}

function action(label: string, deed: Deed, words: string[], isMain = false): Command {
  return { id: label, label, group: "Actions", isMain, words, deed };
}

const prefer = (name: PreferenceName, value: string): Deed => ({ kind: "prefer", name, value });

const appActions = [
  action("Copy link to this page", { kind: "copy link" }, ["url", "address", "share"], true),
  action("Keyboard shortcuts", { kind: "list shortcuts" }, ["keys", "help"], true),
  action("Switch to the light theme", prefer("theme", "light"), ["mode", "appearance"]),
  action("Switch to the dark theme", prefer("theme", "dark"), ["mode", "appearance"]),
  action("Switch to the system’s theme", prefer("theme", "system"), ["mode", "automatic"]),
  action("Collapse sidebar", prefer("sidebar", "collapsed"), ["hide", "navigation"]),
  action("Open sidebar", prefer("sidebar", "open"), ["show", "navigation", "expand"]),
  action("Sign out", { kind: "sign out" }, ["log out", "leave"], true),
];
