// Server or client: the people a chart compares, each of whom can be left out again.
import { X } from "lucide-react";
import Link from "next/link";
import { Avatar } from "@/components/ui/avatar";
import { type ChartQuery, chartHref, unopened } from "@/lib/model/charts/params";
import { type Page, personName } from "@/lib/model/page";
import type { Resource } from "@/lib/model/resource";

type PeopleChipsProps = {
  resource: Pick<Resource, "slug" | "views">;
  query: ChartQuery;
  people: Page["people"];
};

export function PeopleChips({ resource, query, people }: PeopleChipsProps) {
  if (query.people.length === 0) return null;
  const rest = unopened(query);
  return (
    <ul aria-label="People in the chart" className="flex flex-wrap gap-1.5">
      {query.people.map((id) => {
        const name = personName(people, id);
        const others = query.people.filter((other) => other !== id);
        return (
          <li
            key={id}
            title={id}
            className="flex h-7 items-center gap-1.5 rounded-md border border-line-strong bg-surface pl-1.5 text-xs pointer-coarse:h-9"
          >
            <Avatar name={name} />
            {name}
            <Link
              href={chartHref(resource, { ...rest, people: others })}
              prefetch={false}
              scroll={false}
              aria-label={`Leave out ${name}`}
              className="grid h-full w-7 place-items-center rounded-r-md text-muted hover:bg-hover hover:text-ink"
            >
              <X aria-hidden className="size-3.5" />
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
