"use client";
// Client: carries out what was chosen in the palette.
import { useRouter } from "next/navigation";
import { type KeepPreferences, prefer } from "@/components/palette/prefer";
import { forgetRecent } from "@/components/palette/recent";
import { showToast } from "@/components/ui/toast";
import type { Deed } from "@/lib/model/command";

export type DeedActions = {
  keepPreferences: KeepPreferences;
  signOut: () => Promise<void>;
  listShortcuts: () => void;
};

export function useDeeds(actions: DeedActions): (deed: Deed) => void {
  const router = useRouter();
  return (deed) => {
    switch (deed.kind) {
      case "go":
        return router.push(deed.href);
      case "prefer":
        return void prefer(deed.name, deed.value, actions.keepPreferences);
      case "sign out":
        forgetRecent();
        return void actions.signOut();
      case "copy link":
        return void copyLink();
      case "list shortcuts":
        return actions.listShortcuts();
    }
  };
}

async function copyLink() {
  try {
    await navigator.clipboard.writeText(window.location.href);
    await showToast({ message: "Link copied", tone: "success" });
  } catch {
    await showToast({
      message: "The link could not be copied",
      description: "The browser does not allow it here. Copy it from the address bar.",
      tone: "danger",
    });
  }
}
