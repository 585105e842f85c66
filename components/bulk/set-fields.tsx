"use client";
// Client: which fields of the selected records are set, and to what.
import { X } from "lucide-react";
import { type FormEvent, useState } from "react";
import { FieldControl } from "@/components/form/field-control";
import { Button } from "@/components/ui/button";
import { DialogClose, DialogFooter } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { bulkErrors, bulkFields } from "@/lib/model/bulk";
import { type Entry, readForm } from "@/lib/model/form-values";
import type { Literals } from "@/lib/model/literal";
import type { Page } from "@/lib/model/page";
import { type Field, fieldOf, type Resource } from "@/lib/model/resource";

type SetFieldsProps = {
  dialog: string;
  resource: Resource;
  people: Page["people"];
  problem?: string | undefined;
  errors?: Record<string, string> | undefined;
  onSet: (values: Literals) => void;
};

export function SetFields({ dialog, resource, people, problem, errors, onSet }: SetFieldsProps) {
  const [chosen, setChosen] = useState<string[]>([]);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const told = { ...errors, ...faults };
  const others = bulkFields(resource).filter(({ name }) => !chosen.includes(name));

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const values = valuesOf(resource, chosen, new FormData(event.currentTarget));
    const found = bulkErrors(resource, values);
    setFaults(found);
    if (Object.keys(found).length === 0) onSet(values);
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-5">
      {problem && (
        <Notice tone="danger" live>
          {problem}
        </Notice>
      )}
      {chosen.map((name) => {
        const field = fieldOf(resource, name);
        return (
          field && (
            <div key={name} className="flex items-start gap-2">
              <div className="min-w-0 flex-1">
                <FieldControl
                  field={field}
                  entry={entryOf(field)}
                  {...(told[name] && { error: told[name] })}
                  isNew={false}
                  zone={resource.zone}
                  people={people}
                />
              </div>
              <Button
                variant="ghost"
                iconOnly
                aria-label={`Do not set ${field.label}`}
                className="mt-[26px]"
                onClick={() => setChosen(chosen.filter((each) => each !== name))}
              >
                <X aria-hidden />
              </Button>
            </div>
          )
        );
      })}
      {others.length > 0 && (
        <label htmlFor="bulk-field" className="flex flex-col gap-1.5 text-sm font-medium">
          {chosen.length === 0 ? "Field to set" : "Another field"}
          <Select
            id="bulk-field"
            value=""
            onChange={(event) => event.target.value && setChosen([...chosen, event.target.value])}
          >
            <option value="">Choose one</option>
            {others.map(({ name, label }) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </Select>
        </label>
      )}
      {told[""] && (
        <p role="alert" className="text-xs text-red">
          {told[""]}
        </p>
      )}
      <DialogFooter>
        <DialogClose dialog={dialog} />
        <Button type="submit" variant="primary" disabled={chosen.length === 0}>
          See what would change
        </Button>
      </DialogFooter>
    </form>
  );
}

function entryOf(field: Field): Entry {
  return { choice: field.nullable && field.kind !== "text" ? "null" : "value", text: "" };
}

/** A text that was left empty is the empty text: the field was chosen. */
function valuesOf(resource: Resource, chosen: string[], form: FormData): Literals {
  const { values } = readForm(resource, form, {});
  return Object.fromEntries(
    chosen.map((name) => [name, name in values ? (values[name] ?? null) : ""]),
  );
}
