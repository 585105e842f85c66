"use client";
// Client: a file of settings, what differs from what is stored, and what is to be taken of it. Plain before scripts run.
import { useActionState } from "react";
import { ComparedList } from "@/components/settings/compared-list";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import { type TransferState, transferNames } from "@/lib/model/settings/transfer";

type TransferFormProps = {
  submission: string;
  action: (state: TransferState, form: FormData) => Promise<TransferState>;
  canSave: boolean;
};

export function TransferForm({ submission, action, canSave }: TransferFormProps) {
  const first: TransferState = { text: "", submission, seen: {}, onlyHere: [], errors: {} };
  const [state, submit] = useActionState(action, first);
  const { compared, formError } = state;
  const chosen = compared?.some(({ status }) => status !== "unchanged" && status !== "invalid");
  return (
    <form
      action={submit}
      // React resets a form when its action ends, which would undo what was ticked.
      onReset={(event) => event.preventDefault()}
      className="flex flex-col gap-5 px-4 md:px-6"
    >
      {formError && <Notice tone="danger" title={formError} live />}
      <input type="hidden" name={transferNames.seen} value={JSON.stringify(state.seen)} />
      <input type="hidden" name={transferNames.submission} value={state.submission} />
      <Field
        id="transfer-text"
        label="An export as JSON, .env or YAML"
        hint="Each key with its value as it is stored. At most 1 MB."
      >
        {(control) => (
          <Textarea
            // A file's text takes the place of what was typed.
            key={state.text}
            {...control}
            mono
            name={transferNames.text}
            defaultValue={state.text}
            rows={6}
            spellCheck={false}
            placeholder={'{ "coaching.max_minutes": "90" }'}
          />
        )}
      </Field>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <label className="flex flex-wrap items-center gap-2 text-sm text-muted">
          Or a file
          <input
            type="file"
            name={transferNames.file}
            accept=".json,.env,.yaml,.yml,.txt,application/json,text/plain"
            className="max-w-full text-sm file:mr-2 file:h-8 file:rounded-md file:border file:border-line-strong file:bg-surface file:px-3 file:text-sm file:text-ink"
          />
        </label>
        <SubmitButton
          variant={compared ? "secondary" : "primary"}
          name={transferNames.intent}
          value="compare"
          pendingLabel="Comparing"
        >
          Compare
        </SubmitButton>
      </div>
      {compared && (
        <ComparedList key={state.submission} state={state} compared={compared} canSave={canSave} />
      )}
      {compared && canSave && chosen && (
        <footer className="sticky bottom-0 -mx-4 flex justify-end border-t border-line bg-surface px-4 py-3 md:-mx-6 md:px-6">
          <SubmitButton name={transferNames.intent} value="save" pendingLabel="Saving">
            Save what is ticked
          </SubmitButton>
        </footer>
      )}
    </form>
  );
}
