// Server: what every view of a resource is given.
import "server-only";
import type { Actor } from "@/lib/model/actor";
import type { View, ViewKind } from "@/lib/model/view";
import type { Registered } from "@/lib/resources/registry";

export type ViewProps<Kind extends ViewKind = ViewKind> = {
  actor: Actor;
  registered: Registered;
  view: Extract<View, { kind: Kind }>;
  /** The address's, so they may be anything. */
  params: Record<string, string | string[] | undefined>;
  canCreate: boolean;
};
