"use client";
// Client: what is asked of a field: the operator, its values, what is wrong with them, and what it would cost.
import { ChevronLeft, TriangleAlert } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { ValueControl } from "@/components/list/filter/value-control";
import type { ListToolbarProps } from "@/components/list/list-toolbar";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { costWarning } from "@/lib/model/filter/cost";
import { withOperator, withPath } from "@/lib/model/filter/draft";
import {
  type Condition,
  checkCondition,
  type Group,
  pathOf,
  pointerOf,
} from "@/lib/model/filter/filter";
import { type Operator, operatorLabel, operatorsFor } from "@/lib/model/filter/operators";
import type { Field } from "@/lib/model/resource";

type ConditionEditorProps = ListToolbarProps & {
  field: Field;
  draft: Condition;
  setDraft: (draft: Condition) => void;
  isNew: boolean;
  /** The whole filter as it would become. */
  filterWith: (condition: Condition) => Group;
  changeField: () => void;
  save: (condition: Condition) => void;
  /** The same, and then another of which either may match. */
  saveAndWiden: (condition: Condition) => void;
  remove?: () => void;
};

export function ConditionEditor(props: ConditionEditorProps) {
  const { resource, query, facts, field, draft, setDraft, isNew } = props;
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [isTouched, setIsTouched] = useState(false);
  useFocusOnValue(form);

  const fault = checkCondition(resource, draft);
  const warning =
    fault === undefined
      ? costWarning(facts, resource, { ...query, where: props.filterWith(draft) })
      : undefined;
  const faultId = isTouched && fault ? `${id}-fault` : undefined;

  function change(next: Condition) {
    setIsTouched(true);
    setDraft(next);
  }

  function attempt(save: (condition: Condition) => void) {
    setIsTouched(true);
    if (fault === undefined) save(draft);
    else form.current?.querySelector<HTMLElement>("[data-value] :is(input, textarea)")?.focus();
  }

  return (
    <form
      ref={form}
      aria-label={`Filter by ${field.label.toLowerCase()}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        attempt(props.save);
      }}
      className="flex flex-col gap-2.5"
    >
      <header className="-mt-1 flex items-center gap-1">
        <Button
          variant="ghost"
          size="sm"
          iconOnly
          aria-label="Another field"
          onClick={props.changeField}
        >
          <ChevronLeft aria-hidden />
        </Button>
        <h2 className="min-w-0 flex-1 truncate text-sm font-medium">{field.label}</h2>
        <code className="text-2xs text-faint">{field.type}</code>
      </header>
      {field.kind === "json" && (
        <Input
          mono
          aria-label="Path in the JSON"
          placeholder="Path, such as score or items/0"
          value={pointerOf(draft.path)}
          onChange={(event) => setDraft(withPath(draft, field, pathOf(event.target.value)))}
        />
      )}
      <Select
        aria-label="Operator"
        value={draft.operator}
        onChange={(event) => setDraft(withOperator(draft, field, event.target.value as Operator))}
      >
        {operatorsFor(field, draft.path).map((operator) => (
          <option key={operator} value={operator}>
            {operatorLabel(operator, field)}
          </option>
        ))}
      </Select>
      <div data-value className="flex flex-col gap-2 empty:hidden">
        <ValueControl
          {...{ resource, query, field, draft, faultId }}
          people={props.people}
          setValues={(values) => change({ ...draft, values })}
        />
      </div>
      {faultId && <FieldError id={faultId}>{fault}</FieldError>}
      {warning && (
        <p className="flex items-start gap-1.5 text-xs text-pretty text-amber">
          <TriangleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
          {warning}
        </p>
      )}
      <footer className="flex flex-wrap items-center gap-2 pt-0.5">
        <Button type="submit" variant="primary" size="sm">
          {isNew ? "Add filter" : "Apply"}
        </Button>
        <Button
          size="sm"
          title="Add another condition: records match that meet either"
          onClick={() => attempt(props.saveAndWiden)}
        >
          Or…
        </Button>
        {props.remove && (
          <Button variant="ghost" size="sm" className="ml-auto" onClick={props.remove}>
            Remove
          </Button>
        )}
      </footer>
    </form>
  );
}

/** What is to be filled in, else the operator. */
function useFocusOnValue(form: React.RefObject<HTMLFormElement | null>) {
  useEffect(() => {
    const value = form.current?.querySelector<HTMLElement>(
      "[data-value] :is(input, textarea, select)",
    );
    (value ?? form.current?.querySelector<HTMLElement>("select"))?.focus();
  }, [form]);
}
