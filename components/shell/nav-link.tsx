"use client";
// Client: a sidebar link that knows whether its page is open, and fetches ahead when someone points at it.
import Link from "next/link";
import { usePathname } from "next/navigation";
import { type ReactNode, useState } from "react";

type NavLinkProps = { href: string; title?: string; className?: string; children: ReactNode };

export function NavLink({ href, title, className = "", children }: NavLinkProps) {
  const pathname = usePathname();
  const [isPointedAt, setIsPointedAt] = useState(false);
  return (
    <li>
      <Link
        href={href}
        title={title}
        prefetch={isPointedAt ? null : false}
        onPointerEnter={() => setIsPointedAt(true)}
        onFocus={() => setIsPointedAt(true)}
        aria-current={currentness(pathname, href)}
        className={`flex h-7 items-center rounded-md px-2 text-sm text-muted hover:bg-hover hover:text-ink focus-visible:-outline-offset-2 aria-[current]:bg-pressed aria-[current]:font-medium aria-[current]:text-ink pointer-coarse:h-10 ${className}`}
      >
        <span className="truncate">{children}</span>
      </Link>
    </li>
  );
}

/** `page` on the very page, `true` on one below it. */
function currentness(pathname: string, href: string): "page" | "true" | undefined {
  if (pathname === href) return "page";
  return href !== "/" && pathname.startsWith(`${href}/`) ? "true" : undefined;
}
