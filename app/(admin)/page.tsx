// Server: the overview: what needs attention today, each with the way there.
import type { Metadata } from "next";
import { AttentionPanel } from "@/app/(admin)/overview/attention-panel";
import { ChangedPanel } from "@/app/(admin)/overview/changed-panel";
import { MovedPanel } from "@/app/(admin)/overview/moved-panel";
import { TodayPanel } from "@/app/(admin)/overview/today-panel";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { databaseLabel } from "@/lib/db/label";
import { overviewItems } from "@/lib/overview/items";

export const metadata: Metadata = { title: "Overview" };

export default async function OverviewPage() {
  const actor = await requireActor();
  const { due, stuck, moved, changed } = await overviewItems();
  return (
    <Page width="reading">
      <PageHeader title="Overview" description={`What needs attention in ${databaseLabel()}.`} />
      <div className="grid gap-x-6 gap-y-8 px-4 md:px-6 lg:grid-cols-[minmax(0,1fr)_340px]">
        <div className="min-w-0 lg:col-span-2">
          <AttentionPanel actor={actor} due={due} stuck={stuck} />
        </div>
        <div className="flex min-w-0 flex-col gap-8">
          {due.map((item) => (
            <TodayPanel key={item.registered.resource.slug} actor={actor} {...item} />
          ))}
          <ChangedPanel actor={actor} />
        </div>
        <div className="flex min-w-0 flex-col gap-8">
          {moved.map((item) => (
            <MovedPanel key={item.registered.resource.slug} actor={actor} {...item} />
          ))}
          {changed.map((registered) => (
            <ChangedPanel key={registered.resource.slug} actor={actor} registered={registered} />
          ))}
        </div>
      </div>
    </Page>
  );
}
