// Server: what admin.config.ts asks the overview for, with the resources and views it names.
import "server-only";
import admin from "@/admin.config";
import type { OverviewItem, StuckItem } from "@/lib/model/define-admin";
import {
  type CalendarView,
  type ChartsView,
  declaredView,
  type View,
  type ViewKind,
} from "@/lib/model/view";
import { findResource, type Registered } from "@/lib/resources/registry";

export type DueItem = {
  registered: Registered;
  view: CalendarView & { state: string };
  /** The states of what is still to come. */
  open: string[];
};
export type MovedItem = { registered: Registered; view: ChartsView };

export type OverviewItems = {
  due: DueItem[];
  stuck: StuckItem[];
  moved: MovedItem[];
  changed: Registered[];
};

/** @throws Error for a mistake in the declaration, named */
export async function overviewItems(): Promise<OverviewItems> {
  const found: OverviewItems = { due: [], stuck: [], moved: [], changed: [] };
  for (const item of admin.overview ?? []) await add(found, item);
  return found;
}

async function add(found: OverviewItems, item: OverviewItem): Promise<void> {
  if (item.kind === "stuck") {
    found.stuck.push(item);
    return;
  }
  const registered = await findResource(item.resource);
  if (!registered) throw new Error(`The overview names "${item.resource}", which is no resource.`);
  if (item.kind === "changed") found.changed.push(registered);
  if (item.kind === "moved")
    found.moved.push({ registered, view: viewOfKind(registered, "charts") });
  if (item.kind === "due") {
    const view = viewOfKind(registered, "calendar");
    if (!view.state) throw new Error(`The calendar of ${item.resource} names no state.`);
    found.due.push({ registered, view: { ...view, state: view.state }, open: item.open });
  }
}

function viewOfKind<Kind extends ViewKind>(
  { resource }: Registered,
  kind: Kind,
): Extract<View, { kind: Kind }> {
  const view = declaredView(resource, kind);
  if (!view) throw new Error(`The overview needs the view "${kind}" of ${resource.slug}.`);
  return view;
}
