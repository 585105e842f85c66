// Server or client: the space that a chart and its table take, until they arrive.
import { Skeleton } from "@/components/ui/skeleton";

export function ChartSkeleton() {
  return (
    <div role="status" aria-label="Counting" className="flex flex-col gap-4">
      <div className="rounded-md border border-line bg-surface p-3 md:p-4">
        <Skeleton className="mb-3 h-4 w-72 max-w-full" />
        <Skeleton className="h-86 w-full md:h-94" />
      </div>
      <Skeleton className="h-[420px] w-full rounded-md" />
    </div>
  );
}
