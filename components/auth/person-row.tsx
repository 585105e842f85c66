"use client";
// Client: a person among the people: who, whether they can sign in, their role, and what an owner may do.
import { useActionState } from "react";
import { DisableDialog, disableDialogId } from "@/components/auth/disable-dialog";
import { FormOutcome } from "@/components/auth/form-outcome";
import type { FormAction } from "@/components/auth/form-state";
import { LastSeen } from "@/components/auth/last-seen";
import { OneTimeText } from "@/components/auth/one-time-text";
import { PersonMenu } from "@/components/auth/person-menu";
import { RoleMenu } from "@/components/auth/role-menu";
import { roleWords } from "@/components/auth/role-words";
import { Avatar } from "@/components/ui/avatar";
import { Badge, type Tone } from "@/components/ui/badge";
import type { Role } from "@/lib/model/actor";

type PersonFacts = {
  id: string;
  name: string;
  email: string;
  role: Role;
  status: "active" | "invited" | "disabled";
  lastActiveAt: Date | null;
  isSelf: boolean;
};

const statuses: Record<PersonFacts["status"], { label: string; tone: Tone }> = {
  active: { label: "Active", tone: "green" },
  invited: { label: "Invited", tone: "blue" },
  disabled: { label: "Disabled", tone: "neutral" },
};

type PersonRowProps = { person: PersonFacts; change: FormAction };

export function PersonRow({ person, change }: PersonRowProps) {
  const [state, act, isPending] = useActionState(change, {});
  const { label, tone } = statuses[person.status];
  return (
    <li aria-busy={isPending} className="flex flex-col gap-2 px-3 py-2 aria-busy:opacity-60">
      <div className="grid grid-cols-[minmax(0,1fr)_auto_auto] items-center gap-x-3 sm:grid-cols-[minmax(0,1fr)_140px_100px_36px]">
        <div className="flex min-w-0 items-center gap-3">
          <Avatar name={person.name} size="md" />
          <div className="min-w-0">
            <p className="truncate font-medium">
              {person.name}
              {person.isSelf && <span className="ml-1.5 font-normal text-muted">you</span>}
            </p>
            <p className="truncate text-xs text-muted">{person.email}</p>
          </div>
        </div>
        <div className="col-start-1 row-start-2 mt-1 flex items-center gap-2 pl-10 text-xs text-muted sm:col-start-2 sm:row-start-1 sm:mt-0 sm:flex-col sm:items-start sm:gap-0.5 sm:pl-0">
          <Badge tone={tone} dot>
            {label}
          </Badge>
          {person.lastActiveAt && <LastSeen at={person.lastActiveAt} />}
        </div>
        {person.isSelf ? (
          // Nobody takes their own rights away by a slip: another owner does it.
          <p className="col-span-2 pl-2.5 text-xs font-medium">{roleWords[person.role].label}</p>
        ) : (
          <>
            <RoleMenu person={person} act={act} />
            <PersonMenu person={person} act={act} />
          </>
        )}
      </div>
      {state.link ? (
        <OneTimeText kind="link" title={`${state.done} for ${person.name}`} text={state.link} />
      ) : (
        <FormOutcome state={state} />
      )}
      {!person.isSelf && <DisableDialog person={person} act={act} id={disableDialogId(person)} />}
    </li>
  );
}
