// Server: every change, by anyone; or those of one act, to be undone at once.
import type { Metadata } from "next";
import { undoChange } from "@/app/(admin)/[resource]/actions";
import { ChangeList } from "@/components/history/change-list";
import { UndoForm } from "@/components/history/undo-form";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { isGroupId, listChanges } from "@/lib/history/list-changes";
import { counted } from "@/lib/model/counted";
import { wholeChanges } from "@/lib/records/bulk/undo";

type HistoryPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: "History" };

export default async function HistoryPage({ searchParams }: HistoryPageProps) {
  const actor = await requireActor();
  const params = await searchParams;
  const before = typeof params.before === "string" ? params.before : undefined;
  const group =
    typeof params.group === "string" && isGroupId(params.group) ? params.group : undefined;
  const page = await listChanges(actor, { before, ...(group && { group }) });
  const size = page.changes[0]?.group?.size ?? page.changes.length;
  return (
    <Page width="reading">
      {group ? (
        <PageHeader
          title={`${counted(size, "change")} made at once`}
          breadcrumb={
            <Breadcrumb steps={[{ label: "History", href: "/history" }, { label: "One act" }]} />
          }
          description={
            size > wholeChanges
              ? "Undoing leaves those that changed again since as they are."
              : "All of them are undone together, or none is."
          }
          actions={
            page.changes.some(({ canUndo }) => canUndo) && (
              <UndoForm changeId={group} action={undoChange} label="Undo all" />
            )
          }
        />
      ) : (
        <PageHeader
          title="History"
          description="Every change made through this dashboard, newest first. Each can be undone while nothing has built on it."
        />
      )}
      <ChangeList
        page={page}
        href={group ? `/history?group=${group}` : "/history"}
        undo={undoChange}
      />
    </Page>
  );
}
