"use client";
// Client: the control that enters a field's value, by the field's kind.
import { PersonInput } from "@/components/form/person-input";
import { PickControl } from "@/components/form/pick-control";
import { TimestampInput } from "@/components/form/timestamp-input";
import type { FieldControl } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { names } from "@/lib/model/form-names";
import type { Entry } from "@/lib/model/form-values";
import { isInstant } from "@/lib/model/instant";
import type { Page } from "@/lib/model/page";
import type { Field } from "@/lib/model/resource";

type ValueControlProps = {
  field: Field;
  entry: Entry;
  canDefault: boolean;
  control: FieldControl & { "aria-label"?: string; readOnly?: boolean };
  zone: string;
  people: Page["people"];
  setEntry: (entry: Entry) => void;
};

/** Whether one of a few values is picked instead of typed. */
export function isPicked(field: Field): boolean {
  return field.options !== undefined || field.kind === "boolean";
}

/** Whether Enter is a line break in the control. A one-line control would drop those that are there. */
export function hasLines(field: Field, text: string): boolean {
  if (isPicked(field) || field.isSecret || field.isPerson || isInstant(field)) return false;
  const isLong = field.kind === "text" && (field.length ?? Infinity) > 500;
  return field.kind === "json" || isLong || text.includes("\n");
}

export function ValueControl(props: ValueControlProps) {
  const { field, entry, control, zone, people, setEntry } = props;
  if (isPicked(field)) return <PickControl {...props} />;
  // Typing means a value; an emptied control that cannot be empty means NULL where that is allowed.
  const type = (text: string) =>
    setEntry({
      text,
      choice: text === "" && field.kind !== "text" && field.nullable ? "null" : "value",
    });
  const shared = {
    ...(control as object),
    name: names.text(field.name),
    value: entry.text,
    placeholder: placeholderOf(field, entry),
    onChange: (event: { target: { value: string } }) => type(event.target.value),
  };
  if (field.isSecret) return <Input {...shared} mono type="password" autoComplete="new-password" />;
  if (field.isPerson) return <PersonInput input={shared} people={people} />;
  if (isInstant(field)) {
    return <TimestampInput input={shared} field={field} zone={zone} onType={type} />;
  }
  if (field.kind === "json") return <Textarea {...shared} mono rows={4} spellCheck={false} />;
  if (hasLines(field, entry.text)) return <Textarea {...shared} rows={2} />;
  const isNumber = ["integer", "decimal", "float"].includes(field.kind);
  return (
    <Input
      {...shared}
      mono={field.kind !== "text"}
      inputMode={isNumber ? (field.kind === "integer" ? "numeric" : "decimal") : undefined}
    />
  );
}

function placeholderOf(field: Field, { choice }: Entry): string | undefined {
  if (choice === "null") return "NULL";
  if (choice === "empty") return '""';
  if (choice === "default") return field.isSecret ? "••••••••" : (field.defaultText ?? "default");
  return field.kind === "text" ? "" : undefined;
}
