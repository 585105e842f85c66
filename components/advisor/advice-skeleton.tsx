// Server or client: the advisor's page while the catalog is read.
import { Skeleton } from "@/components/ui/skeleton";

export function AdviceSkeleton() {
  return (
    <div aria-hidden className="flex flex-col gap-4 px-4 md:px-6">
      <Skeleton className="h-28 w-full rounded-md" />
      <Skeleton className="h-8 w-full rounded-md" />
      <Skeleton className="h-64 w-full rounded-md" />
    </div>
  );
}
