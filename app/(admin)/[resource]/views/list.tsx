// Server: the table of a resource's records.

import { ListRows } from "@/app/(admin)/[resource]/views/list-rows";
import type { ViewProps } from "@/app/(admin)/[resource]/views/view-props";
import { Streamed } from "@/app/(admin)/streamed";
import { TableSkeleton } from "@/components/list/table-skeleton";
import { Notice } from "@/components/ui/notice";
import { parseListParams } from "@/lib/model/list-params";

export default function ListView({ actor, registered, params, canCreate }: ViewProps<"list">) {
  const { query, notices } = parseListParams(registered.resource, params);
  return (
    <>
      {notices.map((notice) => (
        <Notice key={notice} tone="warning" className="mx-4 mb-2 md:mx-6">
          {notice}
        </Notice>
      ))}
      <Streamed fallback={<TableSkeleton resource={registered.resource} />}>
        <ListRows {...{ actor, registered, query, canCreate }} />
      </Streamed>
    </>
  );
}
