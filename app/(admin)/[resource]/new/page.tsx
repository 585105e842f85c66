// Server: the form of a record to be.

import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { saveRecord } from "@/app/(admin)/[resource]/actions";
import { requireResource } from "@/app/(admin)/[resource]/find";
import { RecordForm } from "@/components/form/record-form";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import { newState } from "@/lib/model/form-values";
import { resourceHref } from "@/lib/model/resource";

type NewPageProps = {
  params: Promise<{ resource: string }>;
  /** Literals to begin with, by field name. */
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: NewPageProps): Promise<Metadata> {
  await requireActor();
  return { title: `New ${(await requireResource((await params).resource)).resource.singular}` };
}

export default async function NewPage({ params, searchParams }: NewPageProps) {
  const actor = await requireActor();
  const { resource } = await requireResource((await params).resource);
  if (resource.key.length === 0 || !can(actor, "create", resource)) notFound();
  const listHref = resourceHref(resource);
  return (
    <Page width="form">
      <PageHeader
        title={`New ${resource.singular}`}
        breadcrumb={
          <Breadcrumb steps={[{ label: resource.label, href: listHref }, { label: "New" }]} />
        }
      />
      <RecordForm
        resource={resource}
        initial={{ ...newState(resource, await searchParams), submission: randomUUID() }}
        action={saveRecord.bind(null, resource.slug, null)}
        isNew
        people={{}}
        cancelHref={listHref}
      />
    </Page>
  );
}
