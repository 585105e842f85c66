"use client";
// Client: the control for a condition's values, by what the operator takes of which kind.
import { TimestampInput } from "@/components/form/timestamp-input";
import { FacetChoice } from "@/components/list/filter/facet-choice";
import { PersonChoice } from "@/components/list/filter/person-choice";
import { DurationControl, PeriodControl } from "@/components/list/filter/time-controls";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { Condition } from "@/lib/model/filter/filter";
import { factsOf, valueType } from "@/lib/model/filter/operators";
import { isInstant } from "@/lib/model/instant";
import type { ListQuery } from "@/lib/model/list-params";
import type { Page } from "@/lib/model/page";
import type { Field, Resource } from "@/lib/model/resource";

export type ValueControlProps = {
  resource: Resource;
  query: ListQuery;
  field: Field;
  draft: Condition;
  people: Page["people"];
  /** The element that says what is wrong. */
  faultId: string | undefined;
  setValues: (values: string[]) => void;
};

const choosing = new Set<Condition["operator"]>(["is", "isNot", "in", "notIn"]);

export function ValueControl(props: ValueControlProps) {
  const { field, draft, setValues } = props;
  const { takes } = factsOf(draft.operator);
  const type = valueType(draft.operator, draft.path);
  const [value = ""] = draft.values;
  if (takes === 0) return null;
  if (type === "duration") return <DurationControl {...props} />;
  if (type === "period") return <PeriodControl value={value} setValues={setValues} />;
  if (type === "literal" && choosing.has(draft.operator)) {
    if (field.isPerson) return <PersonChoice {...props} />;
    return <FacetChoice {...props} otherwise={<Typed {...props} />} />;
  }
  return <Typed {...props} />;
}

function Typed(props: ValueControlProps) {
  const { draft, faultId, setValues } = props;
  const { takes } = factsOf(draft.operator);
  if (takes === "many") {
    return (
      <Textarea
        aria-label="Values, one a line"
        aria-describedby={faultId}
        aria-invalid={faultId ? true : undefined}
        placeholder="One value a line"
        rows={4}
        spellCheck={false}
        value={draft.values.join("\n")}
        onChange={({ target }) => setValues(target.value === "" ? [] : target.value.split("\n"))}
      />
    );
  }
  const labels = takes === 2 ? ["From", "To"] : ["Value"];
  return labels.map((label, index) => (
    <ValueInput
      key={label}
      {...props}
      label={label}
      value={draft.values[index] ?? ""}
      setValue={(value) =>
        setValues(labels.map((_, at) => (at === index ? value : (draft.values[at] ?? ""))))
      }
    />
  ));
}

type ValueInputProps = ValueControlProps & {
  label: string;
  value: string;
  setValue: (value: string) => void;
};

function ValueInput({ resource, field, draft, faultId, label, value, setValue }: ValueInputProps) {
  const type = valueType(draft.operator, draft.path);
  const input = {
    "aria-label": label,
    "aria-describedby": faultId,
    "aria-invalid": faultId ? (true as const) : undefined,
    value,
    onChange: (event: { target: { value: string } }) => setValue(event.target.value),
  };
  const isDay = type === "day" || (type === "literal" && field.kind === "date");
  if (isDay && (value === "" || /^\d{4}-\d\d-\d\d$/.test(value))) {
    return <Input {...input} mono type="date" />;
  }
  if (type === "literal" && isInstant(field)) {
    const placeholder = field.kind === "timestamp" ? "2026-03-09 14:30" : "2026-03-09 14:30+00";
    return (
      <TimestampInput
        input={{ ...input, placeholder }}
        field={field}
        zone={resource.zone}
        onType={setValue}
      />
    );
  }
  if (type === "json") {
    return <Textarea {...input} mono rows={3} placeholder='{"score": 5}' spellCheck={false} />;
  }
  const isNumber =
    type === "number" ||
    (type === "literal" && ["integer", "decimal", "float"].includes(field.kind));
  return (
    <Input
      {...input}
      mono={type !== "words" && field.kind !== "text"}
      inputMode={isNumber ? "decimal" : undefined}
    />
  );
}
