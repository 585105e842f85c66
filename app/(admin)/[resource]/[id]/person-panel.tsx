// Server: the person that a record is about, with the newest of their other records.
import Link from "next/link";
import type { PanelsProps } from "@/app/(admin)/[resource]/[id]/panels";
import { Part } from "@/app/(admin)/part";
import { Panel } from "@/components/record/panel";
import { PersonView } from "@/components/record/person-view";
import { RelativeTime } from "@/components/ui/relative-time";
import { instantOf, isInstant } from "@/lib/model/instant";
import { encodeRecordId, type Literals } from "@/lib/model/literal";
import { cellText } from "@/lib/model/page";
import { fieldOf, recordHref } from "@/lib/model/resource";
import { keyOf } from "@/lib/records/columns";
import { readPersonRecords } from "@/lib/records/related";
import { titleOf } from "@/lib/records/title";
import type { Registered } from "@/lib/resources/registry";

type PersonPanelProps = PanelsProps & { field: string; title: string };

export function PersonPanel({ actor, registered, record, field, title }: PersonPanelProps) {
  const { resource } = registered;
  const person = record.literals[field];
  if (!person) return null;
  const key = keyOf(registered, record.literals);
  return (
    <Panel title={title}>
      <Part
        name={`${resource.label} of this person`}
        height="h-24"
        read={() => readPersonRecords(actor, registered, field, person, key)}
      >
        {({ newest, count, href }) => (
          <PersonView
            id={person}
            person={record.people[person]}
            href={href}
            count={count}
            words={{ one: resource.singular, many: resource.label.toLowerCase() }}
          >
            <ul>
              {newest.rows.map((row) => {
                const cells = newest.columns.map((name, at) => [name, cellText(row[at] ?? null)]);
                return (
                  <Other key={cells.join()} {...{ registered }} row={Object.fromEntries(cells)} />
                );
              })}
            </ul>
          </PersonView>
        )}
      </Part>
    </Panel>
  );
}

function Other({ registered, row }: { registered: Registered; row: Literals }) {
  const { resource } = registered;
  const [first] = resource.list.sort;
  const sorted = first && fieldOf(resource, first.field);
  const literal = sorted && isInstant(sorted) ? row[sorted.name] : undefined;
  const at = literal ? instantOf(literal, resource.zone) : undefined;
  return (
    <li className="flex items-baseline justify-between gap-3">
      <Link
        href={recordHref(resource, encodeRecordId(keyOf(registered, row)))}
        prefetch={false}
        className="inline-flex min-h-6 min-w-0 items-center hover:underline"
      >
        <span className="truncate">{titleOf(registered, row)}</span>
      </Link>
      {at && literal && (
        <span className="shrink-0 text-xs text-muted">
          <RelativeTime at={at} literal={literal} />
        </span>
      )}
    </li>
  );
}
