// Server: the table of a resource's records.

import { ListRows } from "@/app/(admin)/[resource]/views/list-rows";
import type { ViewProps } from "@/app/(admin)/[resource]/views/view-props";
import { Streamed } from "@/app/(admin)/streamed";
import { TableSkeleton } from "@/components/list/table-skeleton";

export default function ListView({ actor, registered, params, canCreate }: ViewProps<"list">) {
  return (
    <Streamed fallback={<TableSkeleton resource={registered.resource} />}>
      <ListRows {...{ actor, registered, params, canCreate }} />
    </Streamed>
  );
}
