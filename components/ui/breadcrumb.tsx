// Server or client: the way back up, for pages below a list.
import Link from "next/link";
import { Fragment } from "react";

/** The last step is where one is and needs no `href`. */
export type BreadcrumbStep = { label: string; href?: string };

export function Breadcrumb({ steps }: { steps: BreadcrumbStep[] }) {
  return (
    <nav aria-label="Breadcrumb" className="-ml-1 mb-0.5">
      <ol className="flex min-w-0 items-center gap-0.5 text-sm text-muted">
        {steps.map((step, index) => (
          <Fragment key={step.href ?? step.label}>
            {index > 0 && (
              <li aria-hidden className="text-faint select-none">
                /
              </li>
            )}
            <li className={step.href ? "shrink-0" : "min-w-0 truncate px-1"}>
              {step.href ? (
                <Link
                  href={step.href}
                  className="inline-flex min-h-6 items-center rounded-sm px-1 hover:bg-hover hover:text-ink"
                >
                  {step.label}
                </Link>
              ) : (
                <span aria-current="page" title={step.label}>
                  {step.label}
                </span>
              )}
            </li>
          </Fragment>
        ))}
      </ol>
    </nav>
  );
}
