// Server: every change, by anyone.
import type { Metadata } from "next";
import { undoChange } from "@/app/(admin)/[resource]/actions";
import { ChangeList } from "@/components/history/change-list";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { listChanges } from "@/lib/history/list-changes";

type HistoryPageProps = { searchParams: Promise<{ before?: string | string[] }> };

export const metadata: Metadata = { title: "History" };

export default async function HistoryPage({ searchParams }: HistoryPageProps) {
  const actor = await requireActor();
  const { before } = await searchParams;
  const page = await listChanges(actor, {
    before: typeof before === "string" ? before : undefined,
  });
  return (
    <Page width="reading">
      <PageHeader
        title="History"
        description="Every change made through this dashboard, newest first. Each can be undone while nothing has built on it."
      />
      <ChangeList page={page} href="/history" undo={undoChange} />
    </Page>
  );
}
