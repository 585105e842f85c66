"use client";
// Client: what a one-time link asks for: a password, and for the first owner a name and an email too.
import { useActionState } from "react";
import type { FormAction } from "@/components/auth/form-state";
import { NewPasswordField } from "@/components/auth/new-password-field";
import { useFocusOnError } from "@/components/auth/use-focus-on-error";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";

type ClaimFormProps = {
  claim: FormAction;
  token: string;
  minPasswordLength: number;
  /** The email of the person the link belongs to; the first owner types one. */
  email?: string;
  submitLabel: string;
};

export function ClaimForm({ claim, token, minPasswordLength, email, submitLabel }: ClaimFormProps) {
  const [state, act] = useActionState(claim, {});
  const { fieldErrors, formError, values } = state;
  const isFirstOwner = email === undefined;
  return (
    <form ref={useFocusOnError(state)} action={act} noValidate className="flex flex-col gap-4">
      {formError && (
        <Notice tone="danger" live>
          {formError}
        </Notice>
      )}
      <input type="hidden" name="token" value={token} />
      {isFirstOwner && (
        <Field id="name" label="Name" error={fieldErrors?.name}>
          {(control) => (
            <Input {...control} name="name" autoComplete="name" defaultValue={values?.name} />
          )}
        </Field>
      )}
      <Field id="email" label="Email" error={fieldErrors?.email}>
        {(control) => (
          <Input
            {...control}
            name="email"
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            readOnly={!isFirstOwner}
            defaultValue={email ?? values?.email}
          />
        )}
      </Field>
      <NewPasswordField
        label="Password"
        name="password"
        error={fieldErrors?.password}
        minLength={minPasswordLength}
      />
      <SubmitButton pendingLabel="Saving" className="mt-1 w-full">
        {submitLabel}
      </SubmitButton>
    </form>
  );
}
