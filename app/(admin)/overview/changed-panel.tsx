// Server: the latest changes of a resource, a line each.

import Link from "next/link";
import { Panel, Quiet } from "@/app/(admin)/overview/panel";
import { Part } from "@/app/(admin)/part";
import { RelativeTime } from "@/components/ui/relative-time";
import { listChanges } from "@/lib/history/list-changes";
import type { Actor } from "@/lib/model/actor";
import type { ChangeView } from "@/lib/model/change";
import { cutText } from "@/lib/model/cut-text";
import { instantOf } from "@/lib/model/instant";
import type { Literal } from "@/lib/model/literal";
import { resourceHref } from "@/lib/model/resource";
import type { Registered } from "@/lib/resources/registry";

const words = { create: "added", update: "changed", delete: "deleted", reveal: "read" };
const maxShown = 60;

const shown = 5;

type ChangedPanelProps = {
  actor: Actor;
  /** Whose changes; everything's when left out. */
  registered?: Registered;
};

export function ChangedPanel({ actor, registered }: ChangedPanelProps) {
  const resource = registered?.resource;
  const title = resource ? `${resource.label} changed lately` : "Latest changes";
  const more = resource
    ? { href: resourceHref(resource), label: resource.label }
    : { href: "/history", label: "History" };
  return (
    <Panel id={`changed-${resource?.slug ?? "anything"}`} title={title} more={more}>
      <Part
        name={title}
        height="h-48"
        read={() => listChanges(actor, { limit: shown, ...(registered && { table: registered }) })}
      >
        {({ changes }) => <ChangedList changes={changes} isOfOneKind={resource !== undefined} />}
      </Part>
    </Panel>
  );
}

type ChangedListProps = { changes: ChangeView[]; isOfOneKind: boolean };

function ChangedList({ changes, isOfOneKind }: ChangedListProps) {
  if (changes.length === 0) return <Quiet>Nothing was changed here yet.</Quiet>;
  return (
    <ul className="divide-y divide-line">
      {changes.map((change) => {
        const at = instantOf(change.at, "UTC");
        return (
          <li key={change.id} className="relative px-4 py-2 text-sm hover:bg-hover">
            <Link
              href={change.href ? `${change.href}/history` : "/history"}
              prefetch={false}
              className="block truncate font-medium after:absolute after:inset-0 focus-visible:-outline-offset-2"
            >
              {!isOfOneKind && <span className="font-normal text-muted">{change.singular} </span>}
              {change.title}
            </Link>
            <p className="truncate text-xs text-muted">
              {[words[change.action], difference(change)].filter(Boolean).join(" ")}
              <span className="text-faint">
                {" "}
                by {change.actorName}
                {at && (
                  <>
                    , <RelativeTime at={at} literal={change.at} />
                  </>
                )}
              </span>
            </p>
          </li>
        );
      })}
    </ul>
  );
}

/** "90 → 120" of one field; the names of several. Times of the last update say nothing here. */
function difference({ action, fields }: ChangeView): string {
  if (action !== "update") return "";
  const told = fields.filter(({ name }) => !/^updated_?at$/i.test(name));
  const [only] = told;
  if (only && told.length === 1) {
    return `${only.label.toLowerCase()} ${short(only.before)} → ${short(only.after)}`;
  }
  return told.map(({ label }) => label.toLowerCase()).join(", ");
}

function short(literal: Literal | undefined): string {
  if (literal == null) return "NULL";
  return cutText(literal, maxShown) || '""';
}
