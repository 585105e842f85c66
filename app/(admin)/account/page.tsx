// Server: one's own account: name, password, where one is signed in, and tokens for programs.
import type { Metadata } from "next";
import { endOtherSessions, savePassword, saveProfile } from "@/app/(admin)/account/actions";
import { endToken, makeToken } from "@/app/(admin)/account/token-actions";
import { PasswordForm } from "@/components/auth/password-form";
import { ProfileForm } from "@/components/auth/profile-form";
import { SessionList } from "@/components/auth/session-list";
import { TokenSection } from "@/components/auth/token-section";
import { Badge } from "@/components/ui/badge";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { requireSession } from "@/lib/auth/actor";
import { listTokens } from "@/lib/auth/api-tokens";
import { deviceName } from "@/lib/auth/device-name";
import { minPasswordLength } from "@/lib/auth/person-schema";
import { listSessions } from "@/lib/auth/sessions";
import { hasRole } from "@/lib/model/actor";
import type { Resource } from "@/lib/model/resource";
import { allResources } from "@/lib/resources/registry";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage() {
  const { id, actor } = await requireSession();
  const [sessions, tokens, registered] = await Promise.all([
    listSessions(actor.id),
    listTokens(actor.id),
    allResources(),
  ]);
  const labels = new Map(registered.map(({ resource }) => [resource.slug, labelOf(resource)]));
  return (
    <Page width="form">
      <PageHeader title="Account" description={actor.email} actions={<Badge>{actor.role}</Badge>} />
      <div className="flex flex-col gap-10 px-4 pt-4 md:px-6">
        <ProfileForm name={actor.name} save={saveProfile} />
        <PasswordForm email={actor.email} minLength={minPasswordLength} save={savePassword} />
        <SessionList
          sessions={sessions.map(({ userAgent, ...session }) => ({
            ...session,
            device: deviceName(userAgent),
            isCurrent: session.id === id,
          }))}
          endOthers={endOtherSessions}
        />
        <TokenSection
          tokens={tokens.map((token) => ({
            ...token,
            resources: token.resources?.map((slug) => labels.get(slug) ?? slug) ?? null,
          }))}
          resources={[...labels].map(([slug, label]) => ({ slug, label }))}
          mayWrite={hasRole(actor, "editor")}
          make={makeToken}
          revoke={endToken}
        />
      </div>
    </Page>
  );
}

/** Tables without a declared name go by the table's own, which their addresses have too. */
function labelOf({ slug, table, label }: Resource): string {
  return slug === table ? table : label;
}
