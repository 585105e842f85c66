// Server: the table of saved views as the verbs on records know tables. It has no pages, so it is in no registry.
import "server-only";
import { deriveResource } from "@/lib/model/define-resource";
import { qualifiedName } from "@/lib/model/resource";
import type { Registered } from "@/lib/resources/registry";
import { adminSavedViews } from "@/lib/store/schema";

export const savedViews: Registered = {
  table: adminSavedViews,
  resource: deriveResource(
    adminSavedViews,
    // Whom a view belongs to decides, see `judgeView`.
    { prefix: "admin_", writers: "viewer" },
    { singular: "view", title: "name" },
  ),
  // How a view was tells who may know of its change.
  isKeptWhole: true,
};

/** As the history names it. */
export const savedViewsTable = qualifiedName(savedViews.resource);
