// Server: the first page of a list's rows, or why there are none.

import { randomUUID } from "node:crypto";
import { Rows3 } from "lucide-react";
import { undoChange } from "@/app/(admin)/[resource]/actions";
import { readCells, saveCell, saveCells } from "@/app/(admin)/[resource]/cell-actions";
import { removeListView, saveListView } from "@/app/(admin)/[resource]/view-actions";
import { MissingTable } from "@/app/(admin)/[resource]/views/missing-table";
import { ListScreen } from "@/components/list/list-screen";
import { PeekHost } from "@/components/list/peek-host";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { can } from "@/lib/auth/policy";
import { isMissingRelation, isQueryCanceled, isUnreadableLiteral } from "@/lib/db/errors";
import { isDatabaseLocal } from "@/lib/db/label";
import type { Actor } from "@/lib/model/actor";
import { type ListQuery, rowsHref } from "@/lib/model/list-params";
import type { Page } from "@/lib/model/page";
import type { Params } from "@/lib/model/params";
import { resourceHref } from "@/lib/model/resource";
import { needsNoViews, resolveList } from "@/lib/model/saved-views";
import { listRecords } from "@/lib/records/list";
import { tableFacts } from "@/lib/records/table-facts";
import type { Registered } from "@/lib/resources/registry";
import { listViews } from "@/lib/views/list-views";

type ListRowsProps = {
  actor: Actor;
  registered: Registered;
  params: Params;
  canCreate: boolean;
};

export async function ListRows({ actor, registered, params, canCreate }: ListRowsProps) {
  const { resource } = registered;
  const asked = listViews(actor, registered);
  const { query } = resolveList(
    resource,
    params,
    needsNoViews(params) ? [] : await asked,
    actor.role,
  );
  const [loaded, views] = await Promise.all([load(actor, registered, query), asked]);
  if (loaded === "missing") return <MissingTable resource={resource} />;
  const isWhole = query.where.parts.length === 0 && query.search === "";
  const isEmpty = !("failure" in loaded) && loaded.page.rows.length === 0;
  if (isEmpty && query.position.at === "first" && isWhole) {
    return (
      <EmptyState
        icon={<Rows3 />}
        title={`No ${resource.label.toLowerCase()} yet`}
        actions={
          canCreate && (
            <LinkButton href={`${resourceHref(resource)}/new`}>New {resource.singular}</LinkButton>
          )
        }
      >
        The table <code>{resource.table}</code> is empty.
      </EmptyState>
    );
  }
  const now = new Date().toISOString();
  return (
    <>
      {resource.key.length === 0 && (
        <Notice tone="info" className="mx-4 mb-2 md:mx-6">
          This table has no primary key, so its rows can only be read, and only the first{" "}
          {query.limit} are shown.
        </Notice>
      )}
      <ListScreen
        // Rows that the server sends anew replace all that the table has fetched.
        key={now}
        resource={resource}
        initial={{ href: rowsHref(resource, query), ...loaded }}
        now={now}
        facts={await tableFacts(resource)}
        can={{
          create: canCreate,
          update: can(actor, "update", resource),
          delete: can(actor, "delete", resource),
        }}
        saved={{
          views,
          role: actor.role,
          submission: randomUUID(),
          save: saveListView.bind(null, resource.slug),
          remove: removeListView.bind(null, resource.slug),
        }}
        actions={{ save: saveCell, saveAll: saveCells, read: readCells, undo: undoChange }}
        isLive={!isDatabaseLocal()}
      />
      <PeekHost />
    </>
  );
}

async function load(actor: Actor, registered: Registered, query: ListQuery) {
  try {
    return { page: await listRecords(actor, registered, query) };
  } catch (error) {
    if (isMissingRelation(error)) return "missing";
    const isSlow = isQueryCanceled(error);
    if (!isSlow && !isUnreadableLiteral(error)) throw error;
    const message = "The database cannot read a value in this address.";
    return { page: noPage, failure: { message, isSlow } };
  }
}

const noPage: Page = { columns: [], rows: [], people: {} };
