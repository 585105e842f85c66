// Pure: how a list is laid out: which columns, in which order and width, how dense; read from an address and written to it.
import { type Params, single } from "@/lib/model/params";
import { fieldOf, type Resource } from "@/lib/model/resource";

export const densities = ["regular", "compact", "roomy"] as const;
type Density = (typeof densities)[number];

export type Column = {
  field: string;
  /** Pixels; what fits its kind where left out. */
  width?: number;
};

export type Layout = {
  columns: Column[];
  /** How many of them, from the first, stay in sight when the others are scrolled. */
  pinned: number;
  density: Density;
  /** Long texts are broken into lines instead of cut. */
  isWrapped: boolean;
};

export const minWidth = 56;
export const maxWidth = 1_200;
export const maxColumns = 60;

/** The first column names the record, so it stays in sight unless somebody says otherwise. */
const defaultPinned = 1;

export function defaultLayout(resource: Resource): Layout {
  return {
    columns: resource.list.columns.map((field) => ({ field })),
    pinned: defaultPinned,
    density: densities[0],
    isWrapped: false,
  };
}

/** The layout that all with the same columns have in common, in whatever order and width. */
export function unarranged(resource: Resource, { columns }: Layout): Layout {
  const own = defaultLayout(resource);
  const shown = new Set(columns.map(({ field }) => field));
  const isOwn =
    own.columns.length === shown.size && own.columns.every(({ field }) => shown.has(field));
  if (isOwn) return own;
  const fields = resource.fields.filter(({ name }) => shown.has(name));
  return { ...own, columns: fields.map(({ name }) => ({ field: name })) };
}

/** Adds a notice for each column that was not understood and therefore left out. */
export function parseLayout(resource: Resource, params: Params, notices: string[]): Layout {
  const layout = defaultLayout(resource);
  const density = densities.find((each) => each === single(params.density)) ?? layout.density;
  const isWrapped = single(params.wrap) !== undefined;
  const text = single(params.columns);
  const columns = text === undefined ? [] : parseColumns(resource, text, notices);
  if (columns.length === 0) return { ...layout, density, isWrapped };
  const pins = text?.includes("|") ? text.slice(0, text.indexOf("|")).split(",") : [];
  const pinned = pins.filter((pin) => columns.some(({ field }) => field === nameOf(pin))).length;
  return { columns, pinned: Math.min(pinned, columns.length), density, isWrapped };
}

function parseColumns(resource: Resource, text: string, notices: string[]): Column[] {
  const columns = new Map<string, Column>();
  for (const part of text.split(/[,|]/).filter(Boolean)) {
    const field = nameOf(part);
    const width = Number(/:(\d{1,4})$/.exec(part)?.[1]);
    if (!fieldOf(resource, field)) notices.push(`There is no column “${field.slice(0, 60)}”.`);
    else if (columns.size < maxColumns) {
      columns.set(field, { field, ...(width && { width: clampWidth(width) }) });
    }
  }
  return [...columns.values()];
}

/** `status:160` → `status` */
function nameOf(part: string): string {
  return part.replace(/:\d{1,4}$/, "");
}

export function clampWidth(width: number): number {
  return Math.round(Math.min(Math.max(width, minWidth), maxWidth));
}

/** What differs from the resource's own layout, as parameters of an address. */
export function layoutParams(resource: Resource, layout: Layout): Record<string, string> {
  const columns = formatColumns(layout);
  const isOwn = columns === formatColumns(defaultLayout(resource));
  return {
    ...(!isOwn && { columns }),
    ...(layout.density !== densities[0] && { density: layout.density }),
    ...(layout.isWrapped && { wrap: "" }),
  };
}

/** `sessionType:220|status,userId`: those before the bar stay in sight. */
function formatColumns({ columns, pinned }: Layout): string {
  const parts = columns.map(({ field, width }) => (width ? `${field}:${width}` : field));
  return `${parts.slice(0, pinned).join(",")}|${parts.slice(pinned).join(",")}`;
}
