// Server: who is signed in, at the sidebar's foot: theme, account, the way out.
import { ChevronsUpDown, LogOut, UserRound } from "lucide-react";
import { SignOutForm } from "@/components/shell/sign-out-form";
import { ThemeChoice } from "@/components/shell/theme-choice";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Menu, MenuItem, MenuLink, MenuSeparator, menuTrigger } from "@/components/ui/menu";
import type { Actor } from "@/lib/model/actor";
import type { Theme } from "@/lib/model/preferences";

export type AccountMenuProps = {
  id: string;
  actor: Actor;
  theme: Theme;
  signOut: () => Promise<void>;
  keepPreferences: (form: FormData) => Promise<void>;
};

export function AccountMenu({ id, actor, theme, signOut, keepPreferences }: AccountMenuProps) {
  return (
    <Menu id={id} label="Account" placement="above-start" className="w-60">
      <div className="px-2 py-1.5">
        <p className="flex items-center justify-between gap-2 text-sm font-medium">
          <span className="truncate">{actor.name}</span>
          <Badge>{actor.role}</Badge>
        </p>
        <p className="truncate text-xs text-muted" title={actor.email}>
          {actor.email}
        </p>
      </div>
      <MenuSeparator />
      <ThemeChoice theme={theme} keepPreferences={keepPreferences} />
      <MenuSeparator />
      <MenuLink href="/account">
        <UserRound aria-hidden /> Account
      </MenuLink>
      <SignOutForm signOut={signOut}>
        <MenuItem type="submit">
          <LogOut aria-hidden /> Sign out
        </MenuItem>
      </SignOutForm>
    </Menu>
  );
}

type AccountButtonProps = { menu: string; actor: Actor; compact?: boolean };

/** `compact` for the folded sidebar: the picture alone. */
export function AccountButton({ menu, actor, compact = false }: AccountButtonProps) {
  return (
    <button
      type="button"
      {...menuTrigger(menu)}
      aria-label={`Account: ${actor.name}`}
      className={`flex items-center gap-2 rounded-md text-left hover:bg-hover focus-visible:-outline-offset-2 ${compact ? "size-8 justify-center" : "h-10 w-full px-1.5"}`}
    >
      <Avatar name={actor.name} size="md" />
      {!compact && (
        <>
          <span className="min-w-0 flex-1 truncate text-sm">{actor.name}</span>
          <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-muted" />
        </>
      )}
    </button>
  );
}
