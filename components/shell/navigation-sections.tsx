// Server: the declared resources, then each prefix with its other tables.
import { ChevronRight } from "lucide-react";
import { NavLink } from "@/components/shell/nav-link";
import { Skeleton } from "@/components/ui/skeleton";
import type { Navigation } from "@/lib/model/navigation";

export async function NavigationSections({ navigation }: { navigation: Promise<Navigation> }) {
  const { resources, prefixes } = await navigation;
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

export function NavigationSkeleton() {
  return (
    <div className="flex flex-col gap-px">
      {["w-20", "w-16", "w-24", "w-16", "w-28", "w-24"].map((width, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list.
        <div key={index} className="flex h-7 items-center px-2 pointer-coarse:h-10">
          <Skeleton className={`h-3 ${width}`} />
        </div>
      ))}
    </div>
  );
}
