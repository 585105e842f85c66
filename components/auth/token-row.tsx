// Client: an API token: what it is called, what it reaches, how long it lives, and the way to end it.
import { KeyRound } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Dialog, DialogButton, DialogClose, DialogFooter } from "@/components/ui/dialog";
import { RelativeTime } from "@/components/ui/relative-time";
import { SubmitButton } from "@/components/ui/submit-button";

export type TokenFacts = {
  id: string;
  name: string;
  /** Its first characters. */
  beginning: string;
  canWrite: boolean;
  /** Labels; `null` for all resources. */
  resources: string[] | null;
  expiresAt: Date | null;
  isExpired: boolean;
  lastUsedAt: Date | null;
};

type TokenRowProps = { token: TokenFacts; revoke: (form: FormData) => void };

export function TokenRow({ token, revoke }: TokenRowProps) {
  const { id, name, beginning, canWrite, resources, expiresAt, isExpired, lastUsedAt } = token;
  const dialog = `revoke-${id}`;
  return (
    <li className="flex items-center gap-3 px-3 py-2">
      <KeyRound aria-hidden className="size-4 shrink-0 text-muted" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="min-w-0 truncate font-medium">{name}</span>
          <code className="text-xs text-muted">{beginning}…</code>
          {isExpired && <Badge tone="amber">Expired</Badge>}
        </p>
        <p className="text-xs text-pretty text-muted">
          {canWrite ? "Reads and writes" : "Reads"} {resources?.join(", ") ?? "all resources"}
          {" · "}
          <Expiry at={expiresAt} isExpired={isExpired} />
          {" · "}
          {lastUsedAt ? (
            <>
              used <RelativeTime at={lastUsedAt} literal={lastUsedAt.toISOString()} />
            </>
          ) : (
            "never used"
          )}
        </p>
      </div>
      <DialogButton dialog={dialog} variant="ghost" size="sm" aria-label={`Revoke ${name}`}>
        Revoke
      </DialogButton>
      <Dialog
        id={dialog}
        title={`Revoke ${name}?`}
        description="Whatever uses this token is refused from now on. This cannot be undone; you can make another token."
      >
        <form action={revoke} onSubmit={(event) => event.currentTarget.closest("dialog")?.close()}>
          <input type="hidden" name="id" value={id} />
          <DialogFooter>
            <DialogClose dialog={dialog} />
            <SubmitButton variant="danger" pendingLabel="Revoking">
              Revoke token
            </SubmitButton>
          </DialogFooter>
        </form>
      </Dialog>
    </li>
  );
}

function Expiry({ at, isExpired }: { at: Date | null; isExpired: boolean }) {
  if (!at) return "does not expire";
  return (
    <>
      {isExpired ? "expired" : "expires"} <RelativeTime at={at} literal={at.toISOString()} />
    </>
  );
}
