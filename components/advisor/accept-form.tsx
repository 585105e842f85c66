"use client";
// Client: the reason for which findings may stay as they are. Before JavaScript loads it is a plain form.
import { useActionState } from "react";
import { FormOutcome } from "@/components/auth/form-outcome";
import type { FormAction } from "@/components/auth/form-state";
import { useFocusOnError } from "@/components/auth/use-focus-on-error";
import { Field } from "@/components/ui/field";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import { counted } from "@/lib/model/counted";

type AcceptFormProps = {
  rule: string;
  objects: string[];
  back: string;
  accept: FormAction;
};

export function AcceptForm({ rule, objects, back, accept }: AcceptFormProps) {
  const [state, act] = useActionState(accept, {});
  return (
    <form
      ref={useFocusOnError(state)}
      action={act}
      noValidate
      className="flex max-w-[640px] flex-col gap-4"
    >
      <FormOutcome state={state} />
      <input type="hidden" name="rule" value={rule} />
      {objects.map((object) => (
        <input key={object} type="hidden" name="object" value={object} />
      ))}
      <Field
        id="reason"
        label="Reason"
        required
        hint="Up to 500 characters, for whoever asks later why this stays."
        error={state.fieldErrors?.reason}
      >
        {(control) => (
          <Textarea {...control} name="reason" rows={3} defaultValue={state.values?.reason} />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <SubmitButton pendingLabel="Accepting">
          {objects.length === 1 ? "Accept finding" : `Accept ${counted(objects.length, "finding")}`}
        </SubmitButton>
        <LinkButton href={back} variant="ghost">
          Cancel
        </LinkButton>
      </div>
    </form>
  );
}
