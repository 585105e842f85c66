// Server: the list of a resource.
import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { requireResource } from "@/app/(admin)/[resource]/find";
import { ListCount } from "@/app/(admin)/[resource]/list-count";
import { ListRows } from "@/app/(admin)/[resource]/list-rows";
import { Done } from "@/app/(admin)/done";
import { Streamed } from "@/app/(admin)/streamed";
import { TableSkeleton } from "@/components/list/table-skeleton";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import { parseListParams } from "@/lib/model/list-params";

type ListPageProps = {
  params: Promise<{ resource: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: ListPageProps): Promise<Metadata> {
  await requireActor();
  return { title: (await requireResource((await params).resource)).resource.label };
}

export default async function ListPage({ params, searchParams }: ListPageProps) {
  const actor = await requireActor();
  const registered = await requireResource((await params).resource);
  const { resource } = registered;
  const given = await searchParams;
  const { query, notices } = parseListParams(resource, given);
  const canCreate = resource.key.length > 0 && can(actor, "create", resource);
  return (
    <Page width="table">
      <PageHeader
        title={resource.label}
        description={resource.description}
        count={
          <Streamed>
            <ListCount actor={actor} registered={registered} exact={given.count === "exact"} />
          </Streamed>
        }
        actions={
          canCreate && (
            <LinkButton variant="primary" href={`/${encodeURIComponent(resource.slug)}/new`}>
              <Plus aria-hidden />
              New {resource.singular}
            </LinkButton>
          )
        }
      />
      <Done actor={actor} did={given.did} />
      {notices.map((notice) => (
        <Notice key={notice} tone="warning" className="mx-4 mb-2 md:mx-6">
          {notice}
        </Notice>
      ))}
      <Streamed fallback={<TableSkeleton resource={resource} />}>
        <ListRows {...{ actor, registered, query, canCreate }} />
      </Streamed>
    </Page>
  );
}
