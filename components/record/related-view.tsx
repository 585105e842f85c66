// Server or client: links to the lists of the records that refer to one.
import { ChevronRight } from "lucide-react";
import Link from "next/link";
import type { Count } from "@/lib/model/page";

export type RelatedLink = {
  label: string;
  /** The field that refers to the record. */
  by: string;
  href: string;
  /** Absent where nobody counted. */
  count: Count | undefined;
};

export function RelatedView({ lists }: { lists: RelatedLink[] }) {
  const isAmbiguous = ({ label }: RelatedLink) =>
    lists.filter((other) => other.label === label).length > 1;
  return (
    <ul className="-mx-1.5 text-sm">
      {lists.map((list) => (
        <li key={list.href}>
          <Link
            href={list.href}
            prefetch={false}
            className="flex min-h-7 items-center gap-2 rounded-md px-1.5 hover:bg-hover focus-visible:-outline-offset-2 pointer-coarse:min-h-10"
          >
            <span className="min-w-0 truncate">
              {list.label}
              {isAmbiguous(list) && <span className="text-muted"> by {list.by.toLowerCase()}</span>}
            </span>
            <span className="ml-auto text-muted tabular-nums">{countText(list.count)}</span>
            <ChevronRight aria-hidden className="size-3.5 shrink-0 text-faint" />
          </Link>
        </li>
      ))}
    </ul>
  );
}

function countText(count: Count | undefined): string {
  if (!count) return "";
  return `${count.rows.toLocaleString("en")}${count.kind === "more than" ? "+" : ""}`;
}
