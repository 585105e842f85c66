// Server: everyone with an account. Owners only.
import type { Metadata } from "next";
import { changePerson, invitePerson } from "@/app/(admin)/people/actions";
import { InviteForm } from "@/components/auth/invite-form";
import { PersonRow } from "@/components/auth/person-row";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { requireRole } from "@/lib/auth/actor";
import { listPeople } from "@/lib/auth/people";

export const metadata: Metadata = { title: "People" };

export default async function PeoplePage() {
  const actor = await requireRole("owner");
  const people = await listPeople(actor);
  return (
    <Page width="form">
      <PageHeader
        title="People"
        count={people.length}
        description="Who may sign in to this dashboard, and what they may change."
      />
      <div className="flex flex-col gap-8 px-4 pt-2 md:px-6">
        <ul className="divide-y divide-line rounded-md border border-line bg-surface text-sm">
          {people.map((person) => (
            <PersonRow
              key={person.id}
              person={{ ...person, isSelf: person.id === actor.id }}
              change={changePerson}
            />
          ))}
        </ul>
        <InviteForm invite={invitePerson} />
      </div>
    </Page>
  );
}
