// Server: the overview: is the database what the code believes, how much is there, what changed lately.
import type { Metadata } from "next";
import { undoChange } from "@/app/(admin)/[resource]/actions";
import { MigrationsSummary } from "@/app/(admin)/overview/migrations-summary";
import { ResourceSummary } from "@/app/(admin)/overview/resource-summary";
import { Streamed } from "@/app/(admin)/streamed";
import { ChangeList } from "@/components/history/change-list";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { requireActor } from "@/lib/auth/actor";
import { databaseLabel } from "@/lib/db/label";
import { listChanges } from "@/lib/history/list-changes";
import type { Actor } from "@/lib/model/actor";
import { schemaResources } from "@/lib/resources/registry";

const shownChanges = 8;

export const metadata: Metadata = { title: "Overview" };

export default async function OverviewPage() {
  const actor = await requireActor();
  return (
    <Page width="reading">
      <PageHeader
        title="Overview"
        description={`What ${databaseLabel()} holds, and what happened to it.`}
      />
      <section
        aria-label="Resources"
        className="grid gap-3 px-4 sm:grid-cols-2 md:px-6 lg:grid-cols-3"
      >
        {schemaResources().map((registered) => (
          <ResourceSummary key={registered.resource.slug} actor={actor} registered={registered} />
        ))}
      </section>
      <section aria-labelledby="migrations" className="mt-8">
        <h2 id="migrations" className="px-4 pb-2 text-base font-semibold md:px-6">
          Migrations
        </h2>
        <Streamed fallback={<Skeleton className="mx-4 h-30 rounded-md md:mx-6" />}>
          <MigrationsSummary />
        </Streamed>
      </section>
      <section aria-labelledby="changes" className="mt-8">
        <h2 id="changes" className="px-4 pb-2 text-base font-semibold md:px-6">
          Latest changes
        </h2>
        <Streamed fallback={<Skeleton className="mx-4 h-60 rounded-md md:mx-6" />}>
          <LatestChanges actor={actor} />
        </Streamed>
      </section>
    </Page>
  );
}

async function LatestChanges({ actor }: { actor: Actor }) {
  const page = await listChanges(actor, { limit: shownChanges });
  return <ChangeList page={page} href="/history" undo={undoChange} />;
}
