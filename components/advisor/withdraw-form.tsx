"use client";
// Client: takes an acceptance back. Before JavaScript loads it is a plain form.
import { useActionState } from "react";
import type { FormAction } from "@/components/auth/form-state";
import { FieldError } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { SchemaFinding } from "@/lib/model/advice";

type WithdrawFormProps = {
  finding: Pick<SchemaFinding, "rule" | "object" | "headline">;
  withdraw: FormAction;
};

export function WithdrawForm({ finding, withdraw }: WithdrawFormProps) {
  const { rule, object, headline } = finding;
  const [state, act] = useActionState(withdraw, {});
  return (
    <form action={act} className="flex flex-col items-end gap-1">
      <input type="hidden" name="rule" value={rule} />
      <input type="hidden" name="object" value={object} />
      <SubmitButton
        variant="secondary"
        size="sm"
        pendingLabel="Withdrawing"
        aria-label={`Withdraw: ${headline}`}
      >
        Withdraw
      </SubmitButton>
      {state.formError && <FieldError>{state.formError}</FieldError>}
    </form>
  );
}
