// Server or client: parameters or fields: name, type, whether they must be there, and what they mean.
import { ChevronRight } from "lucide-react";
import type { ApiField, ApiParameter } from "@/lib/model/api-reference";

type FieldListProps = {
  title: string;
  fields: (ApiField | ApiParameter)[];
  /** Closed until it is asked for. */
  isFolded?: boolean;
};

export function FieldList({ title, fields, isFolded = false }: FieldListProps) {
  if (isFolded) {
    return (
      <details className="group">
        <summary className="flex cursor-pointer items-center gap-1.5 text-xs text-muted hover:text-ink pointer-coarse:py-2">
          <ChevronRight
            aria-hidden
            className="size-3.5 shrink-0 transition-transform group-open:rotate-90"
          />
          {title}
        </summary>
        <Fields fields={fields} />
      </details>
    );
  }
  return (
    <section>
      <h3 className="text-sm font-medium">{title}</h3>
      <Fields fields={fields} />
    </section>
  );
}

function Fields({ fields }: Pick<FieldListProps, "fields">) {
  return (
    <dl className="mt-1 divide-y divide-line border-t border-line text-sm">
      {fields.map((field) => (
        <div
          key={`${"place" in field ? field.place : ""} ${field.name}`}
          className="grid gap-x-4 py-1.5 sm:grid-cols-[minmax(140px,220px)_1fr]"
        >
          <dt className="min-w-0 wrap-anywhere">
            <code>{field.name}</code>
            {field.isRequired && <span className="ml-2 text-xs text-muted">required</span>}
          </dt>
          <dd className="min-w-0 wrap-anywhere">
            <code className="text-xs">{field.type}</code>
            {"place" in field && <span className="text-xs text-muted"> in the {field.place}</span>}
            {field.description && (
              <p className="text-xs text-pretty text-muted">{field.description}</p>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
