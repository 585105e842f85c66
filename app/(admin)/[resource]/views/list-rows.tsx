// Server: the first page of a list's rows, or why there are none.

import { randomUUID } from "node:crypto";
import { Database, Rows3 } from "lucide-react";
import Link from "next/link";
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
import { isMissingRelation, isQueryCanceled } from "@/lib/db/errors";
import type { Actor } from "@/lib/model/actor";
import { type ListQuery, plainView, rowsHref, savedHref } from "@/lib/model/list-params";
import type { Params } from "@/lib/model/params";
import { type Resource, resourceHref } from "@/lib/model/resource";
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
  if (loaded === "slow") return <SlowList resource={resource} />;
  const isWhole = query.where.parts.length === 0 && query.search === "";
  if (loaded.rows.length === 0 && query.position.at === "first" && isWhole) {
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
        initial={{ href: rowsHref(resource, query), page: loaded }}
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
      />
      <PeekHost />
    </>
  );
}

async function load(actor: Actor, registered: Registered, query: ListQuery) {
  try {
    return await listRecords(actor, registered, query);
  } catch (error) {
    if (isMissingRelation(error)) return "missing";
    if (isQueryCanceled(error)) return "slow";
    throw error;
  }
}

function SlowList({ resource }: { resource: Resource }) {
  return (
    <EmptyState icon={<Database />} title="The database took too long">
      Sorting {resource.label.toLowerCase()} this way needs the whole table.{" "}
      <Link href={savedHref(resource, plainView)} className="underline">
        Go back to the usual order
      </Link>
      , or add an index on the column.
    </EmptyState>
  );
}
