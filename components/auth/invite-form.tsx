"use client";
// Client: inviting a person: who they are and what they may do.
import { useActionState } from "react";
import { FormOutcome } from "@/components/auth/form-outcome";
import type { FormAction } from "@/components/auth/form-state";
import { OneTimeText } from "@/components/auth/one-time-text";
import { roleWords } from "@/components/auth/role-words";
import { useFocusOnError } from "@/components/auth/use-focus-on-error";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { roles } from "@/lib/model/actor";

export function InviteForm({ invite }: { invite: FormAction }) {
  const [state, act] = useActionState(invite, {});
  const { fieldErrors, values, link, done } = state;
  return (
    <form
      ref={useFocusOnError(state)}
      action={act}
      noValidate
      className="flex flex-col gap-4 rounded-md border border-line bg-surface p-4"
    >
      <h2 className="text-base font-semibold">Invite somebody</h2>
      {link && done ? (
        <OneTimeText kind="link" title={done} text={link} />
      ) : (
        <FormOutcome state={state} />
      )}
      <div className="grid gap-4 sm:grid-cols-[1fr_1fr_minmax(0,0.7fr)]">
        <Field id="name" label="Name" error={fieldErrors?.name}>
          {(control) => <Input {...control} name="name" defaultValue={values?.name} />}
        </Field>
        <Field id="email" label="Email" error={fieldErrors?.email}>
          {(control) => (
            <Input
              {...control}
              name="email"
              type="email"
              autoCapitalize="none"
              spellCheck={false}
              defaultValue={values?.email}
            />
          )}
        </Field>
        <Field id="role" label="Role" error={fieldErrors?.role}>
          {(control) => (
            // Remounted with its value: React's form reset would fall back to the first option.
            <Select
              {...control}
              key={values?.role}
              name="role"
              defaultValue={values?.role || "editor"}
            >
              {roles.map((role) => (
                <option key={role} value={role}>
                  {roleWords[role].label}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <SubmitButton pendingLabel="Inviting" className="self-start">
        Invite
      </SubmitButton>
    </form>
  );
}
