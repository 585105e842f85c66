"use client";
// Client: the devices one is signed in on, and the way to end all others.
import { Monitor } from "lucide-react";
import { useActionState } from "react";
import { FormOutcome } from "@/components/auth/form-outcome";
import type { FormAction } from "@/components/auth/form-state";
import { LastSeen } from "@/components/auth/last-seen";
import { Section } from "@/components/auth/section";
import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import { SubmitButton } from "@/components/ui/submit-button";

type SessionListProps = {
  sessions: {
    id: string;
    device: string;
    signedInAt: Date;
    lastActiveAt: Date;
    isCurrent: boolean;
  }[];
  endOthers: FormAction;
};

export function SessionList({ sessions, endOthers }: SessionListProps) {
  const [state, act] = useActionState(endOthers, {});
  return (
    <Section
      id="sessions"
      title="Sessions"
      description="A session ends after a week without use, and 30 days after signing in."
      actions={
        sessions.length > 1 && (
          <form action={act}>
            <SubmitButton variant="secondary" pendingLabel="Signing out">
              Sign out others
            </SubmitButton>
          </form>
        )
      }
    >
      <FormOutcome state={state} />
      <ul className="divide-y divide-line rounded-md border border-line bg-surface text-sm">
        {sessions.map(({ id, device, signedInAt, lastActiveAt, isCurrent }) => (
          <li key={id} className="flex items-center gap-3 px-3 py-2">
            <Monitor aria-hidden className="size-4 shrink-0 text-muted" />
            <div className="min-w-0 flex-1">
              <p className="truncate font-medium">{device}</p>
              <p className="text-xs text-muted">
                Signed in <RelativeTime at={signedInAt} literal={signedInAt.toISOString()} />
              </p>
            </div>
            {isCurrent ? (
              <Badge tone="green" dot>
                This device
              </Badge>
            ) : (
              <span className="text-xs text-muted">
                <LastSeen at={lastActiveAt} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
