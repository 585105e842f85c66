"use client";
// Client: whether a field holds a value, NULL or its default: three different things, always in sight.
import type { Choice } from "@/lib/model/form-values";
import type { Field } from "@/lib/model/resource";
import { isRequired } from "@/lib/model/validate";

type ChoiceSelectProps = {
  field: Field;
  name: string;
  choice: Choice;
  /** A new record may leave the field to its default; an existing secret may be left as it is. */
  canDefault: boolean;
  isNew: boolean;
  onChange: (choice: Choice) => void;
};

export function ChoiceSelect({
  field,
  name,
  choice,
  canDefault,
  isNew,
  onChange,
}: ChoiceSelectProps) {
  const canBeEmpty = isNew && field.kind === "text" && isRequired(field);
  if (!field.nullable && !canDefault && !canBeEmpty) return null;
  return (
    <select
      name={name}
      aria-label={`${field.label}: value or none`}
      value={choice}
      onChange={(event) => onChange(event.target.value as Choice)}
      className="h-6 max-w-44 truncate rounded-sm border border-transparent bg-transparent pr-1 text-xs text-muted hover:border-line-strong hover:text-ink"
    >
      <option value="value">Value</option>
      {field.nullable && <option value="null">NULL</option>}
      {canBeEmpty && <option value="empty">Empty text</option>}
      {canDefault && <option value="default">{defaultLabel(field)}</option>}
    </select>
  );
}

export function defaultLabel(field: Field): string {
  if (field.isSecret) return "Keep as it is";
  return field.defaultText === undefined ? "Default" : `Default: ${field.defaultText}`;
}
