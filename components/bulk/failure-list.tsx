// Client: the first records that refused an act, each with the reason and the way to it.
import Link from "next/link";
import type { BulkFailure } from "@/lib/model/bulk";
import { type Resource, recordHref } from "@/lib/model/resource";

type FailureListProps = { resource: Resource; failures: BulkFailure[]; count: number };

export function FailureList({ resource, failures, count }: FailureListProps) {
  if (failures.length === 0) return null;
  return (
    <section aria-label="Records that are left as they are" className="flex flex-col gap-1.5">
      <ul
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls.
        tabIndex={0}
        className="max-h-48 divide-y divide-line overflow-y-auto rounded-md border border-line text-xs"
      >
        {failures.map(({ id, title, sentence }) => (
          <li key={id} className="px-3 py-2">
            <Link
              href={recordHref(resource, id)}
              prefetch={false}
              className="font-medium wrap-anywhere underline"
            >
              {title}
            </Link>
            <p className="text-muted">{sentence}</p>
          </li>
        ))}
      </ul>
      {count > failures.length && (
        <p className="text-xs text-muted">
          The first {failures.length} of {count.toLocaleString("en")}.
        </p>
      )}
    </section>
  );
}
