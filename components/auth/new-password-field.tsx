"use client";
// Client: a password to be chosen, with its rule.
import { PasswordInput } from "@/components/auth/password-input";
import { Field } from "@/components/ui/field";

type NewPasswordFieldProps = {
  label: string;
  name: string;
  error?: string;
  minLength: number;
};

export function NewPasswordField({ label, name, error, minLength }: NewPasswordFieldProps) {
  return (
    <Field
      id={name}
      label={label}
      error={error}
      hint={error ? undefined : `At least ${minLength} characters. A few words in a row work well.`}
    >
      {(control) => <PasswordInput {...control} name={name} autoComplete="new-password" />}
    </Field>
  );
}
