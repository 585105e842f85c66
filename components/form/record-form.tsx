"use client";
// Client: creates or edits a record. What was typed outlives every refusal.
import { useActionState, useEffect, useRef } from "react";
import { FieldControls } from "@/components/form/field-controls";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { names } from "@/lib/model/form-names";
import type { Entry } from "@/lib/model/form-values";
import type { Literals } from "@/lib/model/literal";
import type { Page, Related } from "@/lib/model/page";
import type { Resource } from "@/lib/model/resource";
import { isRequired } from "@/lib/model/validate";
import type { WriteFailure } from "@/lib/model/write-result";

export type RecordFormState = {
  entries: Record<string, Entry>;
  seen: Literals;
  /** New with every answer: names the next submission. */
  submission: string;
  failure?: WriteFailure;
};

type RecordFormProps = {
  resource: Resource;
  initial: RecordFormState;
  action: (state: RecordFormState, form: FormData) => Promise<RecordFormState>;
  isNew: boolean;
  people: Page["people"];
  related?: Related;
  cancelHref: string;
};

export function RecordForm({
  resource,
  initial,
  action,
  isNew,
  people,
  related,
  cancelHref,
}: RecordFormProps) {
  const [state, submit] = useActionState(action, initial);
  const form = useRef<HTMLFormElement>(null);
  const { entries, seen, submission, failure } = state;

  useEffect(() => {
    if (!failure) return;
    const find = (selector: string) => form.current?.querySelector<HTMLElement>(selector);
    (find("[aria-invalid=true]") ?? find("[role=alert]"))?.focus();
  }, [failure]);

  const shown = resource.fields.filter((field) => field.name in entries);
  const main = shown.filter((field) => !isHousekeeping(field, isNew));
  const housekeeping = shown.filter((field) => isHousekeeping(field, isNew));
  const common = { state, isNew, zone: resource.zone, people, related };
  const strays = Object.entries(failure?.fieldErrors ?? {}).filter(([name]) => !(name in entries));

  return (
    <form
      ref={form}
      action={submit}
      // React resets a form when its action ends, which would put every select back to its first option.
      onReset={(event) => event.preventDefault()}
      className="flex flex-col gap-5 px-4 md:px-6"
    >
      {failure && (
        <div tabIndex={-1} role="alert">
          <Notice tone="danger" title={failure.formError ?? summaryOf(failure)}>
            {strays.map(([name, error]) => (
              <p key={name}>
                {name}: {error}
              </p>
            ))}
          </Notice>
        </div>
      )}
      <input type="hidden" name={names.seen} value={JSON.stringify(seen)} />
      <input type="hidden" name={names.submission} value={submission} />
      <FieldControls fields={main} {...common} />
      {housekeeping.length > 0 && (
        <details
          className="rounded-md border border-line"
          open={housekeeping.some((field) => failure?.fieldErrors[field.name]) || undefined}
        >
          <summary className="cursor-pointer px-3 py-2 text-sm text-muted hover:text-ink">
            Key and times
          </summary>
          <div className="flex flex-col gap-5 border-t border-line p-3">
            <FieldControls fields={housekeeping} {...common} />
          </div>
        </details>
      )}
      <footer className="sticky bottom-0 z-10 -mx-4 flex items-center gap-2 border-t border-line bg-surface px-4 py-3 md:-mx-6 md:px-6">
        <SubmitButton pendingLabel="Saving">Save</SubmitButton>
        <LinkButton href={cancelHref} variant="ghost">
          Cancel
        </LinkButton>
      </footer>
    </form>
  );
}

/** What the database looks after by itself, so that it need not be in the way. */
function isHousekeeping(field: Resource["fields"][number], isNew: boolean): boolean {
  if (field.touches || field.column === "created_at") return true;
  return isNew && field.isKey && !isRequired(field);
}

function summaryOf({ fieldErrors }: WriteFailure): string {
  const count = Object.keys(fieldErrors).length;
  return count === 1 ? "One field needs another look." : `${count} fields need another look.`;
}
