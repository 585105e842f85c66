"use client";
// Client: making an API token: its name, what it may do, where, and for how long.
import { useActionState } from "react";
import { FormOutcome } from "@/components/auth/form-outcome";
import type { FormAction } from "@/components/auth/form-state";
import { OneTimeText } from "@/components/auth/one-time-text";
import { TokenResources } from "@/components/auth/token-resources";
import { useFocusOnError } from "@/components/auth/use-focus-on-error";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";

export type TokenFormProps = {
  resources: { slug: string; label: string }[];
  /** The person's own role lets them write. */
  mayWrite: boolean;
  make: FormAction;
};

const accesses = [
  { value: "read", label: "Read" },
  { value: "write", label: "Read and write" },
];

const lifetimes = [
  { value: "30", label: "In 30 days" },
  { value: "90", label: "In 90 days" },
  { value: "365", label: "In a year" },
  { value: "never", label: "Never" },
];

export function TokenForm({ resources, mayWrite, make }: TokenFormProps) {
  const [state, act] = useActionState(make, {});
  const { fieldErrors, values, token, done } = state;
  return (
    <form
      ref={useFocusOnError(state)}
      action={act}
      noValidate
      className="flex flex-col gap-4 rounded-md border border-line bg-surface p-4"
    >
      <h3 className="text-sm font-semibold">New token</h3>
      {token && done ? (
        <OneTimeText kind="token" title={done} text={token} />
      ) : (
        <FormOutcome state={state} />
      )}
      <div className="grid gap-4 sm:grid-cols-[1fr_minmax(0,0.7fr)_minmax(0,0.7fr)]">
        <Field id="token-name" label="Token name" error={fieldErrors?.name}>
          {(control) => (
            <Input
              {...control}
              name="name"
              placeholder="Nightly export"
              defaultValue={values?.name}
            />
          )}
        </Field>
        <Field id="token-access" label="Access" error={fieldErrors?.access}>
          {(control) => (
            // Remounted with its value: React's form reset would fall back to the first option.
            <Select
              {...control}
              key={values?.access}
              name="access"
              defaultValue={values?.access ?? "read"}
            >
              {accesses
                .filter(({ value }) => value === "read" || mayWrite)
                .map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
            </Select>
          )}
        </Field>
        <Field id="token-days" label="Expires" error={fieldErrors?.days}>
          {(control) => (
            <Select {...control} key={values?.days} name="days" defaultValue={values?.days ?? "90"}>
              {lifetimes.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <TokenResources
        key={`${values?.reach} ${values?.resources}`}
        resources={resources}
        reach={values?.reach ?? "all"}
        chosen={values?.resources?.split("\n") ?? []}
        error={fieldErrors?.resources}
      />
      <SubmitButton pendingLabel="Making the token" className="self-start">
        Make token
      </SubmitButton>
    </form>
  );
}
