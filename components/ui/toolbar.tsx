// Server or client: the strip of filters and switches under a page's header; it stays in sight.
import type { ReactNode } from "react";

type ToolbarProps = { label: string; className?: string; children: ReactNode };

export function Toolbar({ label, className = "", children }: ToolbarProps) {
  return (
    <search
      aria-label={label}
      className={`sticky top-[var(--topbar-height)] z-20 flex min-h-11 flex-wrap items-center gap-2 bg-surface px-4 py-1.5 md:px-6 ${className}`}
    >
      {children}
    </search>
  );
}
