// Server: the frame of a list page, in its final size, until the page arrives.
import { Page } from "@/components/ui/page";
import { Skeleton } from "@/components/ui/skeleton";

const columns = ["w-40", "w-20", "w-32", "w-24", "w-28"];
const rows = Array.from({ length: 20 }, (_, index) => index);

export default function Loading() {
  return (
    <Page width="table">
      <div role="status" className="overflow-hidden">
        <h1 className="sr-only">Loading</h1>
        <div className="flex h-15 items-center justify-between px-4 pt-1 md:px-6">
          <Skeleton className="h-5 w-36" />
          <Skeleton className="h-8 w-28 rounded-md" />
        </div>
        <div className="flex h-11 items-center gap-2 px-4 md:px-6">
          <Skeleton className="h-7 w-56 rounded-md" />
          <Skeleton className="h-7 w-20 rounded-md" />
        </div>
        {rows.map((row) => (
          <div key={row} className="flex h-8 items-center gap-8 border-b border-line px-4 md:px-6">
            {columns.map((width, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list.
              <div key={column} className="flex-1">
                <Skeleton className={`h-3 max-w-full ${width}`} />
              </div>
            ))}
          </div>
        ))}
      </div>
    </Page>
  );
}
