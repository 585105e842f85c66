// Server: the history of one record, also of one that is no more.

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { undoChange } from "@/app/(admin)/[resource]/actions";
import { recordIdInPath, requireResource } from "@/app/(admin)/[resource]/find";
import { ChangeList } from "@/components/history/change-list";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { listChanges } from "@/lib/history/list-changes";
import { decodeRecordId, encodeRecordId } from "@/lib/model/literal";
import { resourceHref } from "@/lib/model/resource";

type RecordHistoryProps = {
  params: Promise<{ resource: string }>;
  searchParams: Promise<{ before?: string | string[] }>;
};

export const metadata: Metadata = { title: "History" };

export default async function RecordHistoryPage({ params, searchParams }: RecordHistoryProps) {
  const actor = await requireActor();
  const registered = await requireResource((await params).resource);
  const { resource } = registered;
  const key = decodeRecordId(await recordIdInPath(), resource.key.length);
  if (!key || key.length === 0) notFound();
  const id = encodeRecordId(key);
  const { before } = await searchParams;
  const page = await listChanges(actor, {
    record: { registered, id },
    before: typeof before === "string" ? before : undefined,
  });
  const listHref = resourceHref(resource);
  const title = page.changes[0]?.title ?? key.join(", ");
  return (
    <Page width="reading">
      <PageHeader
        title="History"
        description={`What happened to ${title}.`}
        breadcrumb={
          <Breadcrumb
            steps={[
              { label: resource.label, href: listHref },
              { label: title, href: `${listHref}/${id}` },
              { label: "History" },
            ]}
          />
        }
      />
      <ChangeList page={page} href={`${listHref}/${id}/history`} undo={undoChange} />
    </Page>
  );
}
