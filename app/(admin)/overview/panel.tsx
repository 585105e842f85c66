// Server: a box of the overview, with its heading and the way to all of it.
import Link from "next/link";
import type { ReactNode } from "react";

type PanelProps = {
  id: string;
  title: ReactNode;
  more?: { href: string; label: string };
  children: ReactNode;
};

export function Panel({ id, title, more, children }: PanelProps) {
  return (
    <section aria-labelledby={id} className="min-w-0">
      <header className="flex min-h-8 items-center justify-between gap-4">
        <h2 id={id} className="text-sm font-semibold">
          {title}
        </h2>
        {more && (
          <Link
            href={more.href}
            prefetch={false}
            className="inline-flex min-h-6 shrink-0 items-center text-xs text-muted hover:text-ink hover:underline"
          >
            {more.label}
          </Link>
        )}
      </header>
      <div className="divide-y divide-line overflow-hidden rounded-md border border-line bg-surface">
        {children}
      </div>
    </section>
  );
}

/** A line that says there is nothing to do. */
export function Quiet({ children }: { children: ReactNode }) {
  return <p className="px-4 py-3 text-sm text-muted">{children}</p>;
}
