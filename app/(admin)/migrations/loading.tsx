// Server: the frame of the migrations pages, until the database has answered.
import { Page } from "@/components/ui/page";
import { Skeleton } from "@/components/ui/skeleton";

const cards = [0, 1, 2];

export default function Loading() {
  return (
    <Page width="reading">
      <div role="status" className="flex flex-col gap-4 px-4 pt-5 md:px-6">
        <h1 className="sr-only">Loading</h1>
        <div className="flex flex-col gap-2">
          <Skeleton className="h-6 w-36" />
          <Skeleton className="h-4 w-80 max-w-full" />
        </div>
        <Skeleton className="h-15 rounded-md" />
        {cards.map((card) => (
          <Skeleton key={card} className="h-32 rounded-md" />
        ))}
      </div>
    </Page>
  );
}
