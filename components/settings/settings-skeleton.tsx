// Server or client: the settings' place while they are read.
import { Skeleton } from "@/components/ui/skeleton";

const rows = ["a", "b", "c", "d", "e", "f"];

export function SettingsSkeleton() {
  return (
    <div className="grid gap-x-8 px-4 md:px-6 lg:grid-cols-[184px_minmax(0,1fr)]">
      <Skeleton className="mb-4 h-8" />
      <div>
        <Skeleton className="mb-2 h-[18px] w-24" />
        <div className="divide-y divide-line rounded-lg border border-line bg-surface">
          {rows.map((row) => (
            <div key={row} className="grid h-[124px] gap-x-8 gap-y-2 px-4 py-4 md:grid-cols-2">
              <div className="flex flex-col gap-2">
                <Skeleton className="h-4 w-32" />
                <Skeleton className="h-3 w-40" />
                <Skeleton className="h-3 w-56" />
              </div>
              <Skeleton className="h-8" />
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
