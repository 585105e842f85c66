// Server: rows of key and value as the settings that the app's contract declares.
import { createHash, randomUUID } from "node:crypto";
import { changeSettings } from "@/app/(admin)/[resource]/settings-actions";
import { SettingsScreen } from "@/app/(admin)/[resource]/views/loaded";
import { MissingTable } from "@/app/(admin)/[resource]/views/missing-table";
import type { ViewProps } from "@/app/(admin)/[resource]/views/view-props";
import { Streamed } from "@/app/(admin)/streamed";
import { SettingsSkeleton } from "@/components/settings/settings-skeleton";
import { SettingsTools } from "@/components/settings/settings-tools";
import { Notice } from "@/components/ui/notice";
import { RenewedBy } from "@/components/ui/renewed-by";
import { can } from "@/lib/auth/policy";
import { isMissingRelation } from "@/lib/db/errors";
import { hasRole } from "@/lib/model/actor";
import { seenOf } from "@/lib/model/settings/row";
import { viewHref } from "@/lib/model/view";
import { listSettings } from "@/lib/settings/rows";

export default function SettingsView(props: ViewProps<"settings">) {
  return (
    <Streamed fallback={<SettingsSkeleton />}>
      <Screen {...props} />
    </Streamed>
  );
}

async function Screen({ actor, registered, view, params }: ViewProps<"settings">) {
  const { resource } = registered;
  const page = await load(actor, registered, view);
  if (!page) return <MissingTable resource={resource} />;
  const { rows, isCut } = page;
  const canEdit = resource.key.length > 0 && can(actor, "update", resource);
  const seen = JSON.stringify(rows.map(seenOf));
  const isFirst = resource.views[0]?.kind === view.kind;
  return (
    <>
      {isCut && (
        <Notice tone="info" className="mx-4 mb-4 md:mx-6">
          These are the first 1,000 stored settings by key. The list has all of them.
        </Notice>
      )}
      {/* Settings that changed are another form: what it saw begins anew. */}
      <RenewedBy version={createHash("sha256").update(seen).digest("base64url")}>
        <SettingsScreen
          rows={rows}
          search={typeof params.q === "string" ? params.q.slice(0, 200) : ""}
          viewParam={isFirst ? undefined : view.kind}
          href={viewHref(resource, "settings").split("?")[0] ?? ""}
          submission={randomUUID()}
          action={canEdit ? changeSettings.bind(null, resource.slug) : undefined}
          canReveal={hasRole(actor, "owner")}
          tools={
            <SettingsTools
              slug={resource.slug}
              canImport={canEdit}
              canReadSecrets={hasRole(actor, "owner")}
            />
          }
          now={new Date().toISOString()}
        />
      </RenewedBy>
    </>
  );
}

/** `undefined` where the table is missing: most often a migration is pending. */
async function load(...asked: Parameters<typeof listSettings>) {
  try {
    return await listSettings(...asked);
  } catch (error) {
    if (isMissingRelation(error)) return undefined;
    throw error;
  }
}
