"use client";
// Client: what a person adds to a plan before it runs: whether there is a backup, the password, and the word go.
import { type FormEvent, useEffect, useRef } from "react";
import { PasswordInput } from "@/components/auth/password-input";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import type { PlannedPrefix } from "@/lib/model/migrations/run-progress";

type ApplyControlsProps = {
  plan: PlannedPrefix[];
  action: string;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  label: string;
  /** Whose password is asked for; none when it is not. */
  email: string | undefined;
  passwordError: string | undefined;
  formError: string | undefined;
};

export function ApplyControls(props: ApplyControlsProps) {
  const { plan, action, onSubmit, label, email, passwordError, formError } = props;
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (!passwordError) return;
    const input = form.current?.querySelector<HTMLInputElement>("[name=password]");
    input?.focus();
    input?.select();
  }, [passwordError]);

  return (
    <form
      ref={form}
      method="post"
      action={action}
      onSubmit={onSubmit}
      noValidate
      className="flex flex-col gap-4 border-t border-line pt-6"
    >
      {formError && (
        <Notice tone="danger" live>
          {formError}
        </Notice>
      )}
      {plan.map(({ prefix, digest }) => (
        <input key={prefix} type="hidden" name="plan" value={`${prefix}:${digest}`} />
      ))}
      <label className="flex min-h-6 items-center gap-2 self-start text-sm">
        <input type="checkbox" name="backup" className="size-4 accent-accent" />I have taken a
        backup
      </label>
      {email !== undefined && (
        <div className="max-w-[400px]">
          {/* For password managers: whose password this is. */}
          <input type="email" hidden autoComplete="username" value={email} readOnly />
          <Field
            id="password"
            label="Your password"
            hint="Asked again when you signed in more than 10 minutes ago."
            {...(passwordError && { error: passwordError })}
          >
            {(control) => (
              <PasswordInput {...control} name="password" autoComplete="current-password" />
            )}
          </Field>
        </div>
      )}
      <SubmitButton className="self-start">{label}</SubmitButton>
    </form>
  );
}
