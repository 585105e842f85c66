"use client";
// Client: changing one's own password, which takes the current one.
import { useActionState } from "react";
import { FormOutcome } from "@/components/auth/form-outcome";
import type { FormAction } from "@/components/auth/form-state";
import { NewPasswordField } from "@/components/auth/new-password-field";
import { PasswordInput } from "@/components/auth/password-input";
import { Section } from "@/components/auth/section";
import { useFocusOnError } from "@/components/auth/use-focus-on-error";
import { Field } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";

type PasswordFormProps = { email: string; minLength: number; save: FormAction };

export function PasswordForm({ email, minLength, save }: PasswordFormProps) {
  const [state, act] = useActionState(save, {});
  return (
    <Section
      id="password"
      title="Password"
      description="Changing it signs you out everywhere but here."
    >
      <form
        ref={useFocusOnError(state)}
        action={act}
        noValidate
        className="flex max-w-[400px] flex-col gap-4"
      >
        <FormOutcome state={state} />
        {/* For password managers: whose password this is. */}
        <input type="email" hidden autoComplete="username" value={email} readOnly />
        <Field id="current" label="Current password" error={state.fieldErrors?.current}>
          {(control) => (
            <PasswordInput {...control} name="current" autoComplete="current-password" />
          )}
        </Field>
        <NewPasswordField
          label="New password"
          name="next"
          error={state.fieldErrors?.next}
          minLength={minLength}
        />
        <SubmitButton variant="secondary" pendingLabel="Saving" className="self-start">
          Change password
        </SubmitButton>
      </form>
    </Section>
  );
}
