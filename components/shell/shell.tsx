// Server: the frame round every page: skip link, top bar on phones, sidebar, main, toasts.
import type { ReactNode } from "react";
import { PaletteHost } from "@/components/palette/palette-host";
import { AccountMenu, type AccountMenuProps } from "@/components/shell/account-menu";
import { type Environment, Product } from "@/components/shell/product";
import { Sidebar } from "@/components/shell/sidebar";
import { TopBar } from "@/components/shell/top-bar";
import { InvokerFallback } from "@/components/ui/invoker-fallback";
import { Toaster } from "@/components/ui/toaster";
import type { Command } from "@/lib/model/command";
import type { Navigation } from "@/lib/model/navigation";

type ShellProps = Omit<AccountMenuProps, "id"> & {
  product: string;
  environment: Environment;
  navigation: Navigation;
  commands: Command[];
  children: ReactNode;
};

export function Shell(props: ShellProps) {
  const { product, environment, navigation, commands, children, ...account } = props;
  const { actor, keepPreferences, signOut } = account;
  return (
    <div className="md:flex">
      <a
        href="#main"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-md bg-accent px-3 py-2 text-sm font-medium text-on-accent focus:translate-y-0"
      >
        Skip to content
      </a>
      <TopBar product={product} environment={environment} />
      <aside aria-label="Sidebar" className="contents">
        <Sidebar
          head={<Product name={product} environment={environment} />}
          navigation={navigation}
          actor={actor}
          keepPreferences={keepPreferences}
        />
        <AccountMenu id="account-menu" {...account} />
      </aside>
      <main
        id="main"
        tabIndex={-1}
        className="min-h-[calc(100dvh-var(--topbar-height))] min-w-0 flex-1 bg-surface outline-none"
      >
        {children}
      </main>
      <PaletteHost
        commands={commands}
        person={`${actor.id}:${actor.role}`}
        keepPreferences={keepPreferences}
        signOut={signOut}
      />
      <Toaster />
      <InvokerFallback />
    </div>
  );
}
