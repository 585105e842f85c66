// Server or client: verdict and cards in their usual size, until folders and database have answered.
import { Skeleton } from "@/components/ui/skeleton";

export function StatusSkeleton() {
  return (
    <div
      role="status"
      aria-label="Reading the migrations"
      className="flex flex-col gap-4 px-4 md:px-6"
    >
      <Skeleton className="h-15 rounded-md" />
      <Skeleton className="h-28 rounded-md" />
      <Skeleton className="h-28 rounded-md" />
      <Skeleton className="h-28 rounded-md" />
    </div>
  );
}
