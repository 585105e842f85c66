"use client";
// Client: one's own name, as others see it beside changes.
import { useActionState } from "react";
import { FormOutcome } from "@/components/auth/form-outcome";
import type { FormAction } from "@/components/auth/form-state";
import { Section } from "@/components/auth/section";
import { useFocusOnError } from "@/components/auth/use-focus-on-error";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";

export function ProfileForm({ name, save }: { name: string; save: FormAction }) {
  const [state, act] = useActionState(save, {});
  return (
    <Section id="profile" title="Profile">
      <form
        ref={useFocusOnError(state)}
        action={act}
        noValidate
        className="flex max-w-[400px] flex-col gap-4"
      >
        <FormOutcome state={state} />
        <Field
          id="name"
          label="Name"
          hint="Stands beside your changes in the history."
          error={state.fieldErrors?.name}
        >
          {(control) => (
            <Input
              {...control}
              name="name"
              autoComplete="name"
              defaultValue={state.values?.name ?? name}
            />
          )}
        </Field>
        <SubmitButton variant="secondary" pendingLabel="Saving" className="self-start">
          Save name
        </SubmitButton>
      </form>
    </Section>
  );
}
