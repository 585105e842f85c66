// Client: the controls of some fields of a form, as its state has them.
import { FieldControl } from "@/components/form/field-control";
import type { RecordFormState } from "@/components/form/record-form";
import type { Page, Related } from "@/lib/model/page";
import type { Field } from "@/lib/model/resource";

type FieldControlsProps = {
  fields: Field[];
  state: Pick<RecordFormState, "entries" | "submission" | "failure">;
  isNew: boolean;
  zone: string;
  people: Page["people"];
  related?: Related;
};

export function FieldControls({ fields, state, ...common }: FieldControlsProps) {
  const { entries, submission, failure } = state;
  return fields.map((field) => (
    <FieldControl
      // Every answer brings the entries anew, which a control then starts from.
      key={`${field.name} ${submission}`}
      field={field}
      entry={entries[field.name] ?? { choice: "value", text: "" }}
      error={failure?.fieldErrors[field.name]}
      theirs={failure?.conflicts?.[field.name]}
      {...common}
    />
  ));
}
