// Server: a change of a saved view as the history tells it. What a private view holds is nobody's business but its owner's.
import "server-only";
import { can } from "@/lib/auth/policy";
import type { Told } from "@/lib/history/list-changes";
import type { Actor } from "@/lib/model/actor";
import type { ChangedField } from "@/lib/model/change";
import { savedHref } from "@/lib/model/list-params";
import type { Literals } from "@/lib/model/literal";
import { fieldOf, qualifiedName, type Resource } from "@/lib/model/resource";
import { judgeView, maySee, type Owned } from "@/lib/views/judge-view";
import { savedViews } from "@/lib/views/registered";

type Change = {
  action: "create" | "update" | "delete" | "reveal";
  recordId: string;
  before: Literals | null;
  after: Literals | null;
};

type Image = Literals & Owned;

const told = ["name", "definition", "isShared", "defaultFor"];

/** `undefined` when neither how the view was nor how it became is the actor's to see. */
export function tellViewChange(
  actor: Actor,
  resources: Resource[],
  change: Change,
): Told | undefined {
  const [before, after] = [change.before, change.after] as (Image | null)[];
  const seen = [after, before].find((image) => image && maySee(actor, image));
  if (!seen) return undefined;
  const resource = resources.find((each) => qualifiedName(each) === seen.tableName);
  if (resource && !can(actor, "read", resource)) return undefined;
  const isThere = resource && change.action !== "delete";
  return {
    singular: savedViews.resource.singular,
    title: `“${seen.name}” of ${resource?.label ?? seen.tableName}`,
    fields: fieldsFor(actor, before ?? null, after ?? null),
    canUndo:
      resource !== undefined && judgeView(actor, after ?? null, before ?? null) === undefined,
    ...(isThere && { href: savedHref(resource, change.recordId) }),
  };
}

/** Where a view became private or shared, others see that alone. */
function fieldsFor(actor: Actor, before: Image | null, after: Image | null): ChangedField[] {
  const isWhole = [before, after].every((image) => !image || maySee(actor, image));
  return told
    .filter((name) => before?.[name] !== after?.[name] && (isWhole || name === "isShared"))
    .map((name) => ({
      name,
      label: fieldOf(savedViews.resource, name)?.label ?? name,
      ...(before && { before: before[name] ?? null }),
      ...(after && { after: after[name] ?? null }),
    }));
}
