// Server: the declared resources, then each prefix with its other tables.
import { ChevronRight } from "lucide-react";
import { NavLink } from "@/components/shell/nav-link";
import type { Navigation } from "@/lib/model/navigation";

export function NavigationSections({ resources, prefixes }: Navigation) {
  return (
    <>
      <ul className="flex flex-col gap-px">
        <NavLink href="/">Overview</NavLink>
        {resources.map(({ href, label }) => (
          <NavLink key={href} href={href}>
            {label}
          </NavLink>
        ))}
      </ul>
      {prefixes.map((prefix) => (
        <PrefixSection key={prefix.prefix} {...prefix} />
      ))}
    </>
  );
}

function PrefixSection({ prefix, label, links }: Navigation["prefixes"][number]) {
  return (
    <details open className="group/prefix">
      <summary className="flex h-7 items-center gap-1.5 rounded-md px-2 text-xs text-faint select-none hover:text-ink focus-visible:-outline-offset-2 pointer-coarse:h-10">
        <span className="truncate font-medium">{label}</span>
        <code className="truncate text-2xs">{prefix}</code>
        <ChevronRight
          aria-hidden
          className="ml-auto size-3.5 shrink-0 transition-transform group-open/prefix:rotate-90"
        />
      </summary>
      <ul className="mt-px flex flex-col gap-px">
        {links.map(({ href, label: table }) => (
          <NavLink key={href} href={href} title={table} className="font-mono text-xs">
            {table}
          </NavLink>
        ))}
      </ul>
    </details>
  );
}
