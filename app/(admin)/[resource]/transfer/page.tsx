// Server: settings from a file: compared with what is stored, and saved as far as a person chooses.

import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { requireSettings } from "@/app/(admin)/[resource]/find-settings";
import { transferSettings } from "@/app/(admin)/[resource]/transfer/actions";
import { TransferForm } from "@/components/settings/transfer-form";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import { resourceHref } from "@/lib/model/resource";

type TransferPageProps = { params: Promise<{ resource: string }> };

export const metadata: Metadata = { title: "Import or compare" };

export default async function TransferPage({ params }: TransferPageProps) {
  const actor = await requireActor();
  const { registered } = await requireSettings((await params).resource);
  const { resource } = registered;
  const href = resourceHref(resource);
  return (
    <Page width="reading">
      <PageHeader
        title="Import or compare"
        description="Nothing is saved before you have seen what differs and chosen what to take."
        breadcrumb={
          <Breadcrumb steps={[{ label: resource.label, href }, { label: "Import or compare" }]} />
        }
      />
      <TransferForm
        submission={randomUUID()}
        action={transferSettings.bind(null, resource.slug)}
        canSave={resource.key.length > 0 && can(actor, "update", resource)}
      />
    </Page>
  );
}
