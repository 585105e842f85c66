"use client";
// Client: a saved view's name, who sees it, and whose default it is.
import { useActionState } from "react";
import { ViewInputs } from "@/components/list/saved-view-inputs";
import type { SavedViewsProps } from "@/components/list/saved-view-state";
import { DialogClose, DialogFooter } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { hasRole, roles } from "@/lib/model/actor";
import { names } from "@/lib/model/form-names";
import type { Resource } from "@/lib/model/resource";
import {
  defaultView,
  maxNameLength,
  type SavedView,
  type ViewFacts,
  viewLiterals,
} from "@/lib/model/saved-views";

type SavedViewFormProps = {
  resource: Resource;
  saved: SavedViewsProps;
  dialog: string;
  initial: Omit<ViewFacts, "definition">;
  submitLabel: string;
  /** The one that is changed; without it a new one is made. */
  view?: SavedView;
  /** Of a new one. */
  definition?: string;
};

export function SavedViewForm({
  resource,
  saved,
  dialog,
  initial,
  submitLabel,
  view,
  definition,
}: SavedViewFormProps) {
  const [state, submit] = useActionState(saved.save, {});
  const submission = state.submission ?? saved.submission;
  const facts = { ...initial, ...state.facts };
  return (
    <form action={submit} className="flex flex-col gap-4">
      {view ? (
        <ViewInputs
          {...{ view, submission }}
          seen={{ ...viewLiterals(view), ...state.conflicts }}
        />
      ) : (
        <>
          <input type="hidden" name={names.submission} value={submission} />
          <input type="hidden" name="definition" value={definition} />
        </>
      )}
      {state.error && (
        <Notice tone="danger" live>
          {state.error}
        </Notice>
      )}
      <Field id={`${dialog}-name`} label="Name" error={state.nameError} required>
        {(control) => (
          <Input
            {...control}
            key={submission}
            name="name"
            defaultValue={facts.name}
            maxLength={maxNameLength}
            autoFocus
            required
          />
        )}
      </Field>
      {hasRole(saved, "editor") && (
        <Box
          key={`shared ${submission}`}
          name="shared"
          defaultChecked={facts.isShared}
          label="Shared"
          hint={`Everybody who may see ${resource.label.toLowerCase()} finds it in their menu.`}
        />
      )}
      {hasRole(saved, "owner") && (
        <fieldset className="flex flex-col gap-2">
          <legend className="text-sm font-medium">Default for</legend>
          <p className="text-xs text-muted">
            They see it first when they open {resource.label.toLowerCase()}. It must be shared.
          </p>
          {roles.map((role) => {
            const present = defaultView(saved.views, role);
            return (
              <Box
                key={`${role} ${submission}`}
                name="role"
                value={role}
                defaultChecked={facts.defaultFor.includes(role)}
                label={`${role.charAt(0).toUpperCase()}${role.slice(1)}s`}
                hint={present && present.id !== view?.id && `Instead of “${present.name}”.`}
              />
            );
          })}
        </fieldset>
      )}
      <DialogFooter>
        <DialogClose dialog={dialog} />
        <SubmitButton pendingLabel="Saving">{submitLabel}</SubmitButton>
      </DialogFooter>
    </form>
  );
}

type BoxProps = {
  name: string;
  value?: string;
  defaultChecked: boolean;
  label: string;
  hint?: string | false;
};

/** `asks` tells an unchecked box from a form without it. */
function Box({ name, value, defaultChecked, label, hint }: BoxProps) {
  return (
    <label className="flex items-start gap-2 text-sm">
      <input type="hidden" name="asks" value={name} />
      <input
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={defaultChecked}
        className="mt-0.5 size-4 accent-accent"
      />
      <span>
        {label}
        {hint && <span className="block text-xs text-muted">{hint}</span>}
      </span>
    </label>
  );
}
