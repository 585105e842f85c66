// Server: the sidebar: a column on wide screens that folds to a rail, a sheet (popover) on phones.
import { PanelLeftClose, PanelLeftOpen, X } from "lucide-react";
import type { ReactNode } from "react";
import { SearchLink } from "@/components/palette/search-link";
import { AccountButton } from "@/components/shell/account-menu";
import { NavLink } from "@/components/shell/nav-link";
import { NavigationSections } from "@/components/shell/navigation-sections";
import { PreferenceForm } from "@/components/shell/preference-form";
import { Button } from "@/components/ui/button";
import { Popover } from "@/components/ui/popover";
import { type Actor, hasRole } from "@/lib/model/actor";
import type { Navigation } from "@/lib/model/navigation";

type SidebarProps = {
  head: ReactNode;
  navigation: Navigation;
  actor: Actor;
  keepPreferences: (form: FormData) => Promise<void>;
};

export function Sidebar({ head, navigation, actor, keepPreferences }: SidebarProps) {
  return (
    <>
      <Rail actor={actor} keepPreferences={keepPreferences} />
      <Popover id="sidebar" className="sidebar bg-canvas">
        <div className="flex items-start justify-between gap-1 p-3 pr-2">
          {head}
          <PreferenceForm name="sidebar" action={keepPreferences} className="max-md:hidden">
            <Button
              type="submit"
              name="sidebar"
              value="collapsed"
              variant="ghost"
              size="sm"
              iconOnly
              aria-label="Collapse sidebar"
              title="Collapse sidebar"
            >
              <PanelLeftClose aria-hidden />
            </Button>
          </PreferenceForm>
          <Button variant="ghost" iconOnly aria-label="Close menu" className="md:hidden">
            <X aria-hidden />
          </Button>
        </div>
        <div className="px-2 pb-2">
          <SearchLink look="field" />
        </div>
        <nav
          aria-label="Main"
          className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto px-2 py-1 pb-4"
        >
          <NavigationSections {...navigation} />
          <ul className="flex flex-col gap-px">
            <NavLink href="/migrations">Migrations</NavLink>
            <NavLink href="/schema">Schema</NavLink>
            <NavLink href="/history">History</NavLink>
            {hasRole(actor, "owner") && <NavLink href="/people">People</NavLink>}
          </ul>
        </nav>
        <div data-keep-open className="border-t border-line p-2">
          <AccountButton menu="account-menu" actor={actor} />
        </div>
      </Popover>
    </>
  );
}

function Rail({ actor, keepPreferences }: Pick<SidebarProps, "actor" | "keepPreferences">) {
  return (
    <div className="sidebar-rail bg-canvas">
      <div className="flex flex-col items-center gap-1">
        <PreferenceForm name="sidebar" action={keepPreferences}>
          <Button
            type="submit"
            name="sidebar"
            value="open"
            variant="ghost"
            iconOnly
            aria-label="Open sidebar"
            title="Open sidebar"
          >
            <PanelLeftOpen aria-hidden />
          </Button>
        </PreferenceForm>
        <SearchLink look="icon" />
      </div>
      <AccountButton menu="account-menu" actor={actor} compact />
    </div>
  );
}
