// Server or client: the entries behind a point of a chart, each a link to its record.

import { X } from "lucide-react";
import { CellLink } from "@/components/charts/cell-link";
import { PersonName } from "@/components/list/person-name";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/link-button";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from "@/components/ui/table";
import { wallLabel } from "@/lib/model/charts/wall-time";
import type { Literal } from "@/lib/model/literal";
import type { Page } from "@/lib/model/page";
import { recordHref } from "@/lib/model/resource";

type Entry = { at: number; person: Literal; value: Literal; isNumber: boolean; id?: string };

type EntryListProps = {
  slug: string;
  title: string;
  entries: Entry[];
  hasMore: boolean;
  people: Page["people"];
  closeHref: string;
};

export function EntryList({ slug, title, entries, hasMore, people, closeHref }: EntryListProps) {
  return (
    <section id="entries" aria-labelledby="entries-title" className="scroll-mt-4">
      <div className="flex items-center justify-between gap-3 pb-2">
        <h2 id="entries-title" className="text-base font-semibold">
          {title}
        </h2>
        <LinkButton href={closeHref} variant="ghost" size="sm" prefetch={false} scroll={false}>
          <X aria-hidden />
          Close
        </LinkButton>
      </div>
      {entries.length === 0 ? (
        <p className="text-sm text-muted">
          There are none, or they were changed or deleted meanwhile.
        </p>
      ) : (
        <Table
          label={title}
          regionClassName="max-h-[420px] rounded-md border border-line bg-surface"
        >
          <TableHead>
            <tr>
              <TableHeader>Time</TableHeader>
              <TableHeader>Person</TableHeader>
              <TableHeader>Value</TableHeader>
            </tr>
          </TableHead>
          <TableBody>
            {entries.map((entry, index) => (
              <TableRow key={entry.id ?? index}>
                <TableCell>
                  <CellLink
                    href={entry.id === undefined ? undefined : recordHref({ slug }, entry.id)}
                  >
                    {wallLabel(entry.at, 0)}
                  </CellLink>
                </TableCell>
                <TableCell>
                  <PersonName id={entry.person} people={people} />
                </TableCell>
                <TableCell>
                  <span className="font-mono text-[0.945em]">{entry.value ?? "null"}</span>
                  {!entry.isNumber && (
                    <Badge tone="amber" className="ml-2">
                      not a number
                    </Badge>
                  )}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      {hasMore && (
        <p className="pt-2 text-sm text-muted">
          These are the {entries.length} newest. Zoom in to see the others.
        </p>
      )}
    </section>
  );
}
