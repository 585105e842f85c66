"use client";
// Client: the button that undoes a change. Before JavaScript loads it is a plain form.
import { useActionState } from "react";
import { FieldError } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";

export type UndoAction = (
  state: { error?: string; changeId?: string; message?: string },
  form: FormData,
) => Promise<{ error?: string; changeId?: string; message?: string }>;

type UndoFormProps = { changeId: string; action: UndoAction; label?: string };

export function UndoForm({ changeId, action, label = "Undo" }: UndoFormProps) {
  const [state, submit] = useActionState(action, {});
  return (
    <form action={submit} className="flex flex-col items-end gap-1">
      <input type="hidden" name="change" value={changeId} />
      <SubmitButton variant="secondary" size="sm" pendingLabel="Undoing">
        {label}
      </SubmitButton>
      {state.message && (
        <p role="status" className="text-xs text-muted">
          {state.message}
        </p>
      )}
      {state.error && <FieldError>{state.error}</FieldError>}
    </form>
  );
}
