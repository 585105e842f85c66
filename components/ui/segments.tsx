// Server or client: one of a few ways to look at the same, as links in a row, so they need no script.
import Link from "next/link";
import type { ReactNode } from "react";
import { LinkLabel } from "@/components/ui/link-label";

type Segment = { value: string; label: ReactNode; href: string; isCurrent: boolean };

type SegmentsProps = { label: string; items: Segment[]; scroll?: boolean };

export function Segments({ label, items, scroll = true }: SegmentsProps) {
  return (
    <nav aria-label={label} className="max-w-full overflow-x-auto">
      <ul className="flex w-max rounded-md bg-hover p-0.5">
        {items.map(({ value, label, href, isCurrent }) => (
          <li key={value}>
            <Link
              href={href}
              prefetch={false}
              scroll={scroll}
              aria-current={isCurrent ? "page" : undefined}
              className="flex h-7 items-center rounded-sm px-2 text-xs whitespace-nowrap text-muted transition-colors hover:text-ink focus-visible:-outline-offset-2 aria-[current]:bg-segment aria-[current]:font-medium aria-[current]:text-ink aria-[current]:shadow-segment sm:px-2.5 pointer-coarse:h-9"
            >
              <LinkLabel>{label}</LinkLabel>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
