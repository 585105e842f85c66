"use client";
// Client: a choice among a field's options, with NULL and the default in the same list.
import { defaultLabel } from "@/components/form/choice-select";
import type { FieldControl } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { names } from "@/lib/model/form-names";
import type { Entry } from "@/lib/model/form-values";
import type { Field } from "@/lib/model/resource";

type PickControlProps = {
  field: Field;
  entry: Entry;
  canDefault: boolean;
  control: FieldControl;
  setEntry: (entry: Entry) => void;
};

export function PickControl({ field, entry, canDefault, control, setEntry }: PickControlProps) {
  const options = field.options ?? ["true", "false"];
  // A value that is none of the options stays what it is until another is chosen.
  const isForeign = entry.choice === "value" && !options.includes(entry.text);
  return (
    <Select
      {...control}
      name={names.pick(field.name)}
      value={entry.choice === "value" ? `=${entry.text}` : entry.choice}
      onChange={(event) => setEntry(entryOf(event.target.value))}
    >
      {isForeign && (
        <option value={`=${entry.text}`}>{entry.text === "" ? "Choose one" : entry.text}</option>
      )}
      {canDefault && <option value="default">{defaultLabel(field)}</option>}
      {options.map((option) => (
        <option key={option} value={`=${option}`}>
          {option === "" ? '""' : option}
        </option>
      ))}
      {field.nullable && <option value="null">NULL</option>}
    </Select>
  );
}

function entryOf(picked: string): Entry {
  return picked.startsWith("=")
    ? { choice: "value", text: picked.slice(1) }
    : { choice: picked === "null" ? "null" : "default", text: "" };
}
