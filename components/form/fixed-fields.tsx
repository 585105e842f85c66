// Server or client: the fields of a record that its page shows and does not edit.
import { LiteralView } from "@/components/list/literal-view";
import { CopyButton } from "@/components/ui/copy-button";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { editableLength } from "@/lib/model/form-values";
import type { Literal, Literals } from "@/lib/model/literal";
import { type Page, personOf, targetOf } from "@/lib/model/page";
import type { Field, Resource } from "@/lib/model/resource";

type FixedFieldsProps = {
  resource: Resource;
  fields: Field[];
  record: { literals: Literals } & Pick<Page, "people" | "related">;
};

const shownLength = 2_000;

export function FixedFields({ resource, fields, record }: FixedFieldsProps) {
  if (fields.length === 0) return null;
  return (
    <div className="mx-4 mb-5 border-y border-line md:mx-6">
      <DescriptionList>
        {fields.map((field) => (
          <DescriptionItem key={field.name} term={field.label}>
            <FixedValue
              field={field}
              literal={record.literals[field.name] ?? null}
              people={record.people}
              related={record.related}
              zone={resource.zone}
            />
          </DescriptionItem>
        ))}
      </DescriptionList>
    </div>
  );
}

type FixedValueProps = Pick<Page, "people" | "related"> & {
  field: Field;
  literal: Literal;
  zone: string;
};

function FixedValue({ field, literal, people, related, zone }: FixedValueProps) {
  const isNamed =
    literal !== null &&
    (personOf(people, literal) || targetOf(field, literal, { people, related }));
  if (literal !== null && field.kind === "uuid" && !isNamed) {
    return (
      <span className="inline-flex items-center gap-1 font-mono">
        {literal}
        <CopyButton text={literal} label={`Copy ${field.label}`} />
      </span>
    );
  }
  if (literal !== null && literal.length > shownLength) {
    return (
      <>
        <span className="font-mono text-xs whitespace-pre-wrap">
          {literal.slice(0, shownLength)}…
        </span>
        <p className="mt-1 text-xs text-muted">
          {literal.length.toLocaleString("en")} characters
          {literal.length > editableLength && ": too long to be edited here"}
        </p>
      </>
    );
  }
  return <LiteralView {...{ field, people, related, zone }} cell={literal} now={new Date()} />;
}
