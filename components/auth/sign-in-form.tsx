"use client";
// Client: email and password. Works as a plain form before scripts run.
import { useActionState } from "react";
import type { FormAction } from "@/components/auth/form-state";
import { PasswordInput } from "@/components/auth/password-input";
import { useFocusOnError } from "@/components/auth/use-focus-on-error";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";

type SignInFormProps = {
  signIn: FormAction;
  /** Where to go afterwards. */
  next: string;
};

export function SignInForm({ signIn, next }: SignInFormProps) {
  const [state, act] = useActionState(signIn, {});
  const { fieldErrors, formError, values } = state;
  return (
    <form ref={useFocusOnError(state)} action={act} noValidate className="flex flex-col gap-4">
      {formError && (
        <Notice tone="danger" live>
          {formError}
        </Notice>
      )}
      <input type="hidden" name="next" value={next} />
      <Field id="email" label="Email" error={fieldErrors?.email}>
        {(control) => (
          <Input
            {...control}
            name="email"
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus={!values}
            defaultValue={values?.email}
          />
        )}
      </Field>
      <Field id="password" label="Password" error={fieldErrors?.password}>
        {(control) => (
          <PasswordInput {...control} name="password" autoComplete="current-password" />
        )}
      </Field>
      <SubmitButton pendingLabel="Signing in" className="mt-1 w-full">
        Sign in
      </SubmitButton>
    </form>
  );
}
