"use client";
// Client: asks for what a move needs and moves the card. Before JavaScript loads it is a plain form.
import { type ReactNode, useActionState, useEffect, useRef } from "react";
import type { MoveFormAction, MoveQuestion, MoveState } from "@/components/board/move-state";
import { FieldControls } from "@/components/form/field-controls";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { names } from "@/lib/model/form-names";
import { fieldOf, type Resource } from "@/lib/model/resource";

type MoveFormProps = {
  resource: Resource;
  question: MoveQuestion;
  action: MoveFormAction;
  /** On the button: what it does. */
  label: string;
  /** The way out, before the button. */
  cancel?: ReactNode;
  onMoved?: (state: MoveState) => void;
};

export function MoveForm({ resource, question, action, label, cancel, onMoved }: MoveFormProps) {
  const [state, submit] = useActionState(action, question.initial);
  const form = useRef<HTMLFormElement>(null);
  const { entries, seen, submission, failure } = state;

  useEffect(() => {
    const isInDialog = form.current?.closest("dialog");
    if (isInDialog) form.current?.querySelector<HTMLElement>("[id^=field-]")?.focus();
  }, []);

  useEffect(() => {
    if (state.changeId) onMoved?.(state);
    if (!state.failure) return;
    const find = (selector: string) => form.current?.querySelector<HTMLElement>(selector);
    (find("[aria-invalid=true]") ?? find("[role=alert]"))?.focus();
  }, [state, onMoved]);

  const fields = Object.keys(entries).flatMap((name) => fieldOf(resource, name) ?? []);
  return (
    <form
      ref={form}
      action={submit}
      // React resets a form when its action ends, which would drop what was typed.
      onReset={(event) => event.preventDefault()}
      className="flex flex-col gap-4"
    >
      {failure?.formError && (
        <div tabIndex={-1} role="alert">
          <Notice tone="danger" title={failure.formError}>
            <Strays resource={resource} state={state} />
          </Notice>
        </div>
      )}
      <input type="hidden" name={names.seen} value={JSON.stringify(seen)} />
      <input type="hidden" name={names.submission} value={submission} />
      <FieldControls
        fields={fields}
        state={state}
        isNew={false}
        zone={resource.zone}
        people={question.people}
      />
      <footer className="flex flex-wrap gap-2 [dialog_&]:justify-end">
        {cancel}
        <SubmitButton pendingLabel="Moving">{label}</SubmitButton>
      </footer>
    </form>
  );
}

/** What others wrote meanwhile into fields that the form does not show. */
function Strays({
  resource,
  state: { entries, failure },
}: {
  resource: Resource;
  state: MoveState;
}) {
  const strays = Object.entries(failure?.conflicts ?? {}).filter(([name]) => !(name in entries));
  return strays.map(([name, literal]) => (
    <p key={name}>
      {fieldOf(resource, name)?.label ?? name} is {literal ?? "NULL"} by now.
    </p>
  ));
}
