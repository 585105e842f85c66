// Server: the slim bar on phones; its button opens the sidebar as a sheet.
import { Menu } from "lucide-react";
import Link from "next/link";
import { SearchLink } from "@/components/palette/search-link";
import { type Environment, EnvironmentBadge } from "@/components/shell/product";
import { Button } from "@/components/ui/button";

type TopBarProps = { product: string; environment: Environment };

export function TopBar({ product, environment }: TopBarProps) {
  return (
    <header className="sticky top-0 z-30 flex h-(--topbar-height) items-center gap-2 border-b border-line bg-canvas px-2 md:hidden print:hidden">
      <Button popoverTarget="sidebar" variant="ghost" iconOnly aria-label="Menu">
        <Menu aria-hidden />
      </Button>
      <Link href="/" className="min-w-0 truncate rounded-sm text-sm font-semibold">
        {product}
      </Link>
      <span className="ml-auto min-w-0">
        <EnvironmentBadge {...environment} />
      </span>
      <SearchLink look="icon" />
    </header>
  );
}
