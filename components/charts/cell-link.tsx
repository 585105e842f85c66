// Server or client: a link that is all a table's cell holds.
import Link from "next/link";
import type { ReactNode } from "react";

/** Plain text where it leads nowhere. */
export function CellLink({ href, children }: { href: string | undefined; children: ReactNode }) {
  if (href === undefined) return children;
  return (
    <Link
      href={href}
      prefetch={false}
      className="inline-flex min-h-6 items-center underline decoration-line-strong underline-offset-2 hover:decoration-current"
    >
      {children}
    </Link>
  );
}
