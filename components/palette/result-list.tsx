// Server: results of one kind as links, for the search page.
import Link from "next/link";
import { useId } from "react";
import type { FoundGroup } from "@/lib/model/found";

export function ResultList({ label, found, hasMore }: FoundGroup) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="pb-1 text-xs font-medium text-muted">
        {label}
      </h2>
      <ul className="border-b border-line">
        {found.map(({ href, title, detail }) => (
          <li key={href} className="border-t border-line">
            <Link
              href={href}
              prefetch={false}
              className="flex min-h-9 items-center gap-3 px-2 py-1.5 text-sm hover:bg-hover focus-visible:-outline-offset-2 pointer-coarse:min-h-11"
            >
              <span className="truncate">{title}</span>
              <span className="min-w-0 truncate text-xs text-muted">{detail}</span>
            </Link>
          </li>
        ))}
      </ul>
      {hasMore && (
        <p className="pt-2 text-xs text-muted">
          These are the first {found.length}, in the order of their list. Type more to see others.
        </p>
      )}
    </section>
  );
}
