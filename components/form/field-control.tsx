"use client";
// Client: one field of a record form. Before JavaScript loads the same controls work by themselves.
import { useState } from "react";
import { ChoiceSelect } from "@/components/form/choice-select";
import { PersonInput } from "@/components/form/person-input";
import { PickControl } from "@/components/form/pick-control";
import { RelationTarget } from "@/components/form/relation-target";
import { TimestampInput } from "@/components/form/timestamp-input";
import { Field as FieldFrame } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { type Entry, names } from "@/lib/model/form-values";
import { isInstant } from "@/lib/model/instant";
import type { Literal } from "@/lib/model/literal";
import type { Page, Related } from "@/lib/model/page";
import type { Field } from "@/lib/model/resource";
import { isRequired } from "@/lib/model/validate";

export type FieldControlProps = {
  field: Field;
  entry: Entry;
  error?: string;
  /** What the database holds by now, when that is not what the editor saw. */
  theirs?: Literal;
  isNew: boolean;
  zone: string;
  people: Page["people"];
  related?: Related;
};

export function FieldControl(props: FieldControlProps) {
  const { field, error, isNew, theirs } = props;
  const [entry, setEntry] = useState(props.entry);
  const canDefault = (isNew && field.hasDefault) || (!isNew && field.isSecret);
  const id = `field-${field.name}`;
  const picks = field.options !== undefined || field.kind === "boolean";
  // Typing means a value; an emptied control that cannot be empty means NULL where that is allowed.
  const type = (text: string) =>
    setEntry({
      text,
      choice: text === "" && field.kind !== "text" && field.nullable ? "null" : "value",
    });

  return (
    <FieldFrame
      id={id}
      label={field.label}
      hint={field.description}
      error={error}
      required={isNew && isRequired(field)}
      typeHint={field.type}
      aside={
        !picks && (
          <ChoiceSelect
            field={field}
            name={names.choice(field.name)}
            choice={entry.choice}
            canDefault={canDefault}
            isNew={isNew}
            onChange={(choice) => setEntry({ choice, text: choice === "value" ? entry.text : "" })}
          />
        )
      }
    >
      {(control) => (
        <>
          {picks ? (
            <PickControl {...{ field, entry, canDefault, control, setEntry }} />
          ) : (
            <TextControl {...props} entry={entry} control={control} onType={type} />
          )}
          <RelationTarget {...props} literal={entry.choice === "value" ? entry.text : null} />
          {theirs !== undefined && (
            <Conflict
              theirs={theirs}
              onTake={() =>
                setEntry({ choice: theirs === null ? "null" : "value", text: theirs ?? "" })
              }
            />
          )}
        </>
      )}
    </FieldFrame>
  );
}

type TextControlProps = Omit<FieldControlProps, "error" | "theirs"> & {
  control: React.ComponentProps<"input">;
  onType: (text: string) => void;
};

function TextControl({ field, entry, control, onType, zone, people }: TextControlProps) {
  const shared = {
    ...(control as object),
    name: names.text(field.name),
    value: entry.text,
    placeholder: placeholderOf(field, entry),
    onChange: (event: { target: { value: string } }) => onType(event.target.value),
  };
  if (field.isSecret) return <Input {...shared} mono type="password" autoComplete="new-password" />;
  if (field.isPerson) return <PersonInput input={shared} people={people} />;
  if (isInstant(field))
    return <TimestampInput input={shared} field={field} zone={zone} onType={onType} />;
  if (field.kind === "json") return <Textarea {...shared} mono rows={4} spellCheck={false} />;
  const isLong = field.kind === "text" && (field.length ?? Infinity) > 500;
  // A one-line control would drop line breaks.
  if (isLong || entry.text.includes("\n")) return <Textarea {...shared} rows={2} />;
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

function Conflict({ theirs, onTake }: { theirs: Literal; onTake: () => void }) {
  return (
    <div className="rounded-md border border-amber-line bg-amber-soft px-3 py-2 text-xs">
      <p>
        Meanwhile it became{" "}
        <span className="font-mono wrap-anywhere whitespace-pre-wrap">
          {theirs === null ? "NULL" : theirs === "" ? '""' : theirs.slice(0, 1000)}
        </span>
        . Saving again replaces that with what stands above.
      </p>
      <button type="button" onClick={onTake} className="mt-1 min-h-6 font-medium underline">
        Take theirs
      </button>
    </div>
  );
}
