// Server: one record: its form for those who may edit, its values for those who may not, and what belongs to it.

import { randomUUID } from "node:crypto";
import { History } from "lucide-react";
import type { Metadata } from "next";
import { Panels } from "@/app/(admin)/[resource]/[id]/panels";
import { RelatedPanel } from "@/app/(admin)/[resource]/[id]/related-panel";
import { deleteRecord, saveRecord } from "@/app/(admin)/[resource]/actions";
import { requireRecord } from "@/app/(admin)/[resource]/find";
import { Done } from "@/app/(admin)/done";
import { DeleteRecord } from "@/components/form/delete-record";
import { FixedFields } from "@/components/form/fixed-fields";
import { RecordForm } from "@/components/form/record-form";
import { PeekHost } from "@/components/list/peek-host";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { RenewedBy } from "@/components/ui/renewed-by";
import { requireActor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import { editState, isEditable } from "@/lib/model/form-values";
import { resourceHref } from "@/lib/model/resource";
import { nameTargets } from "@/lib/records/name-targets";
import { relatedLists } from "@/lib/records/related-lists";

type RecordPageProps = {
  params: Promise<{ resource: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Beside the form on wide screens, before it on narrow ones, where they are what most come to read. */
const withPanels =
  "flex flex-col gap-5 xl:grid xl:grid-cols-[minmax(0,1fr)_376px] xl:items-start xl:gap-0";
const panelsClass =
  "grid items-start gap-3 px-4 max-xl:-order-1 md:grid-cols-2 md:px-6 xl:grid-cols-1 xl:pl-0";

export async function generateMetadata({ params }: RecordPageProps): Promise<Metadata> {
  return { title: (await requireRecord(await requireActor(), (await params).resource)).title };
}

export default async function RecordPage({ params, searchParams }: RecordPageProps) {
  const actor = await requireActor();
  const { registered, record, title, id, href } = await requireRecord(
    actor,
    (await params).resource,
  );
  const { resource } = registered;
  const given = await searchParams;
  const [related, lists] = await Promise.all([
    nameTargets(actor, resource, {
      columns: Object.keys(record.literals),
      rows: [Object.values(record.literals)],
    }),
    relatedLists(actor, registered, record.literals),
  ]);
  const hasPanels = resource.panels.length > 0 || lists.length > 0;
  const listHref = resourceHref(resource);
  const canUpdate = can(actor, "update", resource);
  const fixed = resource.fields.filter(
    (field) => !canUpdate || !isEditable(field, record.literals[field.name] ?? null),
  );
  return (
    <Page width={hasPanels ? "reading" : "form"}>
      <PageHeader
        title={title}
        breadcrumb={
          <Breadcrumb steps={[{ label: resource.label, href: listHref }, { label: title }]} />
        }
        actions={
          <>
            <LinkButton href={`${href}/history`} variant="ghost">
              <History aria-hidden />
              History
            </LinkButton>
            {can(actor, "delete", resource) && (
              <DeleteRecord
                singular={resource.singular}
                title={title}
                submission={randomUUID()}
                action={deleteRecord.bind(null, resource.slug, id, record.version)}
              />
            )}
          </>
        }
      />
      <Done actor={actor} did={given.did} />
      <div className={hasPanels ? withPanels : undefined}>
        <div className="min-w-0">
          <FixedFields resource={resource} fields={fixed} record={{ ...record, related }} />
          {canUpdate && (
            // A record that changed is another form: what it saw begins anew.
            <RenewedBy version={record.version}>
              <RecordForm
                resource={resource}
                initial={{ ...editState(resource, record.literals), submission: randomUUID() }}
                action={saveRecord.bind(null, resource.slug, id)}
                isNew={false}
                people={record.people}
                related={related}
                cancelHref={listHref}
              />
            </RenewedBy>
          )}
        </div>
        {hasPanels && (
          <aside aria-label={`About this ${resource.singular}`} className={panelsClass}>
            <Panels {...{ actor, registered, record, href, params: given }} />
            <RelatedPanel actor={actor} lists={lists} />
          </aside>
        )}
      </div>
      <PeekHost />
    </Page>
  );
}
