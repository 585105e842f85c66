// Server: one's own account: name, password, and where one is signed in.
import type { Metadata } from "next";
import { endOtherSessions, savePassword, saveProfile } from "@/app/(admin)/account/actions";
import { PasswordForm } from "@/components/auth/password-form";
import { ProfileForm } from "@/components/auth/profile-form";
import { SessionList } from "@/components/auth/session-list";
import { Badge } from "@/components/ui/badge";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { requireSession } from "@/lib/auth/actor";
import { deviceName } from "@/lib/auth/device-name";
import { minPasswordLength } from "@/lib/auth/person-schema";
import { listSessions } from "@/lib/auth/sessions";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage() {
  const { id, actor } = await requireSession();
  const sessions = await listSessions(actor.id);
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
      </div>
    </Page>
  );
}
