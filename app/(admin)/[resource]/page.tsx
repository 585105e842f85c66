// Server: a resource, in the view that the address asks for.

import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { requireResource } from "@/app/(admin)/[resource]/find";
import { ListCount } from "@/app/(admin)/[resource]/list-count";
import { ViewBody, widths } from "@/app/(admin)/[resource]/views";
import { Done } from "@/app/(admin)/done";
import { Streamed } from "@/app/(admin)/streamed";
import { ViewTabs } from "@/components/list/view-tabs";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import { resourceHref } from "@/lib/model/resource";
import { viewOf } from "@/lib/model/view";

type ResourcePageProps = {
  params: Promise<{ resource: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: ResourcePageProps): Promise<Metadata> {
  await requireActor();
  return { title: (await requireResource((await params).resource)).resource.label };
}

export default async function ResourcePage({ params, searchParams }: ResourcePageProps) {
  const actor = await requireActor();
  const registered = await requireResource((await params).resource);
  const { resource } = registered;
  const given = await searchParams;
  const view = viewOf(resource, given.view);
  const canCreate = resource.key.length > 0 && can(actor, "create", resource);
  return (
    <Page width={widths[view.kind]}>
      <PageHeader
        title={resource.label}
        description={view.kind === resource.views[0]?.kind && resource.description}
        count={
          view.kind === "list" && (
            <Streamed>
              <ListCount actor={actor} registered={registered} params={given} />
            </Streamed>
          )
        }
        actions={
          <>
            <ViewTabs resource={resource} current={view.kind} />
            {canCreate && (
              <LinkButton variant="primary" href={`${resourceHref(resource)}/new`}>
                <Plus aria-hidden />
                New {resource.singular}
              </LinkButton>
            )}
          </>
        }
      />
      <Done actor={actor} did={given.did} />
      <ViewBody {...{ actor, registered, view, params: given, canCreate }} />
    </Page>
  );
}
