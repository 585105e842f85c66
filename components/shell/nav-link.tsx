"use client";
// Client: a sidebar link that knows whether its page is open, and shows when its page is on the way.
import Link, { useLinkStatus } from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

type NavLinkProps = { href: string; title?: string; className?: string; children: ReactNode };

export function NavLink({ href, title, className = "", children }: NavLinkProps) {
  return (
    <li>
      <Link
        href={href}
        title={title}
        // A page fetched ahead would show rows as they were then.
        prefetch={false}
        aria-current={currentness(usePathname(), href)}
        className={`flex h-7 items-center justify-between gap-2 rounded-md px-2 text-sm text-muted hover:bg-hover hover:text-ink focus-visible:-outline-offset-2 aria-[current]:bg-pressed aria-[current]:font-medium aria-[current]:text-ink pointer-coarse:h-10 ${className}`}
      >
        <span className="truncate">{children}</span>
        <Pending />
      </Link>
    </li>
  );
}

/** Waits a moment before it appears: most pages are there sooner. */
function Pending() {
  if (!useLinkStatus().pending) return null;
  return (
    <span
      aria-hidden
      className="size-1.5 shrink-0 rounded-full bg-accent transition-opacity delay-150 starting:opacity-0"
    />
  );
}

/** `page` on the very page, `true` on one below it. */
function currentness(pathname: string, href: string): "page" | "true" | undefined {
  if (pathname === href) return "page";
  return href !== "/" && pathname.startsWith(`${href}/`) ? "true" : undefined;
}
