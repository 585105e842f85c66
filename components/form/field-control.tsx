"use client";
// Client: one field of a record form. Before JavaScript loads the same controls work by themselves.
import { useState } from "react";
import { ChoiceSelect } from "@/components/form/choice-select";
import { RelationTarget } from "@/components/form/relation-target";
import { isPicked, ValueControl } from "@/components/form/value-control";
import { Field as FieldFrame } from "@/components/ui/field";
import { names } from "@/lib/model/form-names";
import type { Entry } from "@/lib/model/form-values";
import { type Literal, shownLiteral } from "@/lib/model/literal";
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

  return (
    <FieldFrame
      id={id}
      label={field.label}
      hint={field.description}
      error={error}
      required={isNew && isRequired(field)}
      typeHint={field.type}
      aside={
        !isPicked(field) && (
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
          <ValueControl {...props} {...{ entry, control, canDefault, setEntry }} />
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

function Conflict({ theirs, onTake }: { theirs: Literal; onTake: () => void }) {
  return (
    <div className="rounded-md border border-amber-line bg-amber-soft px-3 py-2 text-xs">
      <p>
        Meanwhile it became{" "}
        <span className="font-mono wrap-anywhere whitespace-pre-wrap">
          {shownLiteral(theirs).slice(0, 1_000)}
        </span>
        . Saving again replaces that with what stands above.
      </p>
      <button type="button" onClick={onTake} className="mt-1 min-h-6 font-medium underline">
        Take theirs
      </button>
    </div>
  );
}
