// Server: what the advisor finds in the live catalog, prefix by prefix.

import type { Metadata } from "next";
import { withdraw } from "@/app/(admin)/schema/actions";
import { Streamed } from "@/app/(admin)/streamed";
import { AdviceSkeleton } from "@/components/advisor/advice-skeleton";
import { AdviceView } from "@/components/advisor/advice-view";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { advise } from "@/lib/advisor/advise";
import { requireActor } from "@/lib/auth/actor";
import { databaseLabel } from "@/lib/db/label";
import { hasRole } from "@/lib/model/actor";
import { parseAdviceFilter } from "@/lib/model/advice-filter";
import type { Params } from "@/lib/model/params";

type SchemaPageProps = { searchParams: Promise<Params> };

export const metadata: Metadata = { title: "Schema" };

export default async function SchemaPage({ searchParams }: SchemaPageProps) {
  const actor = await requireActor();
  const given = await searchParams;
  return (
    <Page width="reading">
      <PageHeader
        title="Schema"
        description={`How the tables of ${databaseLabel()} are built, and what would serve them better.`}
      />
      <Streamed fallback={<AdviceSkeleton />}>
        <Findings given={given} canAccept={hasRole(actor, "editor")} />
      </Streamed>
    </Page>
  );
}

async function Findings({ given, canAccept }: { given: Params; canAccept: boolean }) {
  const asked = typeof given.count === "string" ? given.count : undefined;
  const advice = await advise(asked);
  const filter = parseAdviceFilter(given, advice);
  return <AdviceView {...{ advice, filter, asked, canAccept, withdraw }} />;
}
