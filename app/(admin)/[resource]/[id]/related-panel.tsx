// Server: the lists of the records that refer to this one, each with how many there are.
import type { PanelsProps } from "@/app/(admin)/[resource]/[id]/panels";
import { Part } from "@/app/(admin)/part";
import { Panel } from "@/components/record/panel";
import { RelatedView } from "@/components/record/related-view";
import { matchingHref } from "@/lib/model/list-params";
import { countRelated, type RelatedList } from "@/lib/records/related-lists";

type RelatedPanelProps = Pick<PanelsProps, "actor"> & { lists: RelatedList[] };

export function RelatedPanel({ actor, lists }: RelatedPanelProps) {
  if (lists.length === 0) return null;
  return (
    <Panel title="Related">
      <Part name="Related records" height="h-16" read={() => countRelated(actor, lists)}>
        {(counts) => (
          <RelatedView
            lists={lists.map(({ registered: { resource }, field, condition }, index) => ({
              label: resource.label,
              by: field.label,
              href: matchingHref(resource, { where: { any: false, parts: [condition] } }),
              count: counts[index],
            }))}
          />
        )}
      </Part>
    </Panel>
  );
}
