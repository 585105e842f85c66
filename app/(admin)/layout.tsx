// Server: the shell round the signed-in pages. It protects nothing: each page resolves its own actor.
import type { ReactNode } from "react";
import adminConfig from "@/admin.config";
import { keepPreferences } from "@/app/(admin)/preference-actions";
import { signOut } from "@/app/login/actions";
import { Shell } from "@/components/shell/shell";
import { requireActor } from "@/lib/auth/actor";
import { databaseLabel, isDatabaseLocal } from "@/lib/db/label";
import { readPreferences } from "@/lib/preferences";
import { commandsFor, navigationFor } from "@/lib/resources/navigation";

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  // Awaited, not streamed: what streams appears only with a script, and the way about must not need one.
  const [navigation, commands, { theme }] = await Promise.all([
    navigationFor(actor),
    commandsFor(actor),
    readPreferences(),
  ]);
  return (
    <Shell
      product={adminConfig.name}
      environment={{ label: databaseLabel(), tone: isDatabaseLocal() ? "neutral" : "amber" }}
      actor={actor}
      navigation={navigation}
      commands={commands}
      theme={theme}
      keepPreferences={keepPreferences}
      signOut={signOut}
    >
      {children}
    </Shell>
  );
}
