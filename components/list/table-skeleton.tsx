// Server or client: a list's table in its final size, before its rows come.
import { columnWidth } from "@/components/list/column-width";
import { Skeleton } from "@/components/ui/skeleton";
import { fieldOf, type Resource } from "@/lib/model/resource";

const rows = Array.from({ length: 24 }, (_, index) => index);

export function TableSkeleton({ resource }: { resource: Resource }) {
  const fields = resource.list.columns.flatMap((name) => fieldOf(resource, name) ?? []);
  return (
    <div role="status" className="min-h-0 flex-1 overflow-hidden border-t border-line">
      <span className="sr-only">Loading rows</span>
      {rows.map((row) => (
        <div key={row} className="flex h-8 items-center border-b border-line px-1 md:px-3">
          {fields.map((field) => (
            <div
              key={field.name}
              className="px-3"
              style={{ flex: `${columnWidth(field)} 0 ${columnWidth(field)}px` }}
            >
              <Skeleton className="h-3 w-3/5" />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
