import type { ReactNode } from "react";
import { Shell } from "@/components/shell/shell";
import { readPreferences, keepPreference } from "@/lib/preferences";
import type { PreferenceName } from "@/lib/model/preferences";

async function keep(form: FormData) {
  "use server";
  for (const name of ["theme", "sidebar"] as PreferenceName[]) {
    const v = form.get(name);
    if (typeof v === "string") await keepPreference(name, v);
  }
}
async function out() {
  "use server";
}

export async function Shelled({ children }: { children: ReactNode }) {
  const { theme } = await readPreferences();
  return (
    <Shell
      product="FastApp Admin"
      environment={{ label: "fastapp @ localhost", tone: "neutral" }}
      actor={{ id: "1", name: "Amélie Okonkwo-Lindqvist", email: "amelie.okonkwo.lindqvist@example-coaching.com", role: "owner" }}
      theme={theme}
      keepPreferences={keep}
      signOut={out}
      navigation={new Promise((r) => setTimeout(() => r({
        resources: [
          { href: "/ui-gallery", label: "Sessions" },
          { href: "/progress", label: "Progress" },
          { href: "/settings", label: "Settings" },
        ],
        prefixes: [
          { prefix: "base_", label: "Framework", links: ["base_users", "base_organisations", "base_organisation_members", "base_user_permission_groups_with_a_long_name"].map((t) => ({ href: `/${t}`, label: t })) },
          { prefix: "ai_coach_", label: "AI Coach", links: ["ai_coach_prompts", "ai_coach_feedback"].map((t) => ({ href: `/${t}`, label: t })) },
        ],
      }), 50))}
    >
      {children}
    </Shell>
  );
}
